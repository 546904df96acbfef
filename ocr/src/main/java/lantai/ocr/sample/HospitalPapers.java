package lantai.ocr.sample;

import java.util.List;

/** What hospitals write: certificates and summaries. */
final class HospitalPapers {

    private HospitalPapers() {}

    static void certificate(Frame f) {
        Invented i = f.invented();
        String person = i.person();
        String illness = i.illness();
        String hospital = i.hospital();
        String date = i.longDate();
        f.title(hospital);
        f.title("诊断证明书");
        f.pairs(3, "姓名", person, "性别", i.any(List.of("男", "女")), "年龄", i.number(20, 90) + "岁");
        f.pairs(2, "科别", i.any(List.of("内分泌科", "心血管内科", "骨科")), "门诊号", i.digits(8));
        if (f.other()) {
            f.heading("【临床诊断】");
            f.paragraph("1." + illness);
            f.heading("【处理意见】");
        } else {
            f.line("诊断：" + illness);
            f.line("建议：");
        }
        f.paragraph(i.paragraph(2));
        f.paragraph("建议全休" + i.number(3, 31) + "天，门诊随访。");
        f.down(2);
        f.rightward("医师签名：" + i.person());
        f.rightward(date);
        f.seal(hospital + "诊断证明专用章", f.right() - 360, f.y() - 120);
        f.line("（本证明未经盖章无效）");
        f.paper().field("姓名", person);
        f.paper().field("诊断", illness);
        f.paper().field("医院", hospital);
        f.paper().field("日期", date);
    }

    static void discharge(Frame f) {
        Invented i = f.invented();
        String person = i.person();
        String hospital = i.hospital();
        String illness = i.illness();
        String in = i.date();
        f.title(f.other() ? hospital + "出院记录" : "出院小结");
        f.line(f.other() ? "住院号 " + i.digits(8) : "医疗机构：" + hospital);
        f.pairs(3, "姓名", person, "年龄", i.number(1, 95) + "岁", "床号", i.number(1, 60) + "床");
        f.pairs(2, "入院日期", in, "出院日期", i.date());
        for (String heading : List.of("入院诊断", "诊疗经过", "出院诊断", "出院医嘱")) {
            String text = heading.endsWith("诊断") ? illness + "；" + i.illness() + "。" : i.paragraph(i.number(2, 4));
            if (f.other()) {
                f.heading(heading);
                f.paragraph(text);
            } else {
                f.paragraph(heading + "：" + text);
            }
        }
        f.table(new Grid(f.listRuled(), 4, 3, 2, 3)
                .row(1.9, "药品名称", "规格", "数量", "用法")
                .row(1.8, i.drug(), i.specification(), "2盒", "每日三次")
                .row(1.8, i.drug(), i.specification(), "1盒", "每晚一次"));
        f.rightward("主治医师：" + i.person());
        f.seal(hospital + "病案专用章", f.right() - 360, f.y() - 120);
        f.foot("1/2");
        f.paper().field("姓名", person);
        f.paper().field("医院", hospital);
        f.paper().field("入院日期", in);
        f.paper().field("诊断", illness);
    }
}

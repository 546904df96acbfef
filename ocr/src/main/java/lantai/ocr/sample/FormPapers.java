package lantai.ocr.sample;

import java.util.List;

/** Forms in frames: approvals, applications, registrations, lists of what was handed over. */
final class FormPapers {

    private FormPapers() {}

    static void approval(Frame f) {
        Invented i = f.invented();
        String person = i.person();
        String number = i.citizenNumber();
        String hospital = i.hospital();
        long total = i.cents();
        f.title("医疗费用报销审批表");
        f.rightward("档号：" + i.referenceCode());
        Grid grid =
                new Grid(f.formRuled(), f.other() ? new double[] {1.2, 3, 4, 3, 4} : new double[] {2, 3, 2, 4}).form();
        String opinion = i.paragraph(2);
        if (f.other()) {
            grid.row(2.1).stacked(0, 4, "申请人信息");
            four(grid, 1, "姓　名", person, "人员类别", "退休职工");
            grid.row(2.1);
            four(grid, 1, "公民身份号码", number, "联系电话", i.phone());
            grid.row(2.1);
            four(grid, 1, "就诊医院", hospital, "疾病名称", i.illness());
            grid.row(2.1);
            four(grid, 1, "费用总额", Invented.grouped(total), "申报日期", i.date());
            grid.row(8).stacked(0, 1, "审核意见").cell(1, 4, 1, opinion);
            grid.row(7).stacked(0, 1, "领导审批").cell(1, 4, 1, i.paragraph(1));
        } else {
            grid.row(2.2, "姓名", person, "身份证号码", number);
            grid.row(2.2, "联系电话", i.phone(), "就诊医院", hospital);
            grid.row(2.2, "费用总额", Invented.grouped(total), "诊断", i.illness());
            grid.row(9).cell(0, 1, 1, "经办人意见").cell(1, 3, 1, opinion);
            grid.row(7).cell(0, 1, 1, "科室负责人意见").cell(1, 3, 1, i.paragraph(1));
            grid.row(5).cell(0, 1, 1, "分管领导意见").cell(1, 3, 1, "同意。");
        }
        f.table(grid);
        f.line("注：本表一式两份，一份存档，一份交申请人。");
        f.seal(i.agency() + "审核专用章", f.right() - 480, f.y() - 420);
        f.paper().field("姓名", person);
        f.paper().field("身份证号", number);
        f.paper().field("医院", hospital);
        f.paper().field("金额", Invented.grouped(total));
    }

    private static void four(Grid grid, int column, String... texts) {
        for (int at = 0; at < texts.length; at++) {
            grid.cell(column + at, 1, 1, texts[at]);
        }
    }

    static void application(Frame f) {
        Invented i = f.invented();
        String person = i.person();
        String number = i.citizenNumber();
        String illness = i.illness();
        f.title("门诊慢性病待遇申请表");
        Grid grid;
        if (f.other()) {
            grid = new Grid(f.formRuled(), 3, 3, 3, 3).form();
            grid.row(1.9, "姓名", "性别", "出生年月", "参保类型");
            grid.row(2.2, person, "男", i.date().substring(0, 7), "城乡居民");
            grid.row(1.9).cell(0, 2, 1, "身份证号码").cell(2, 2, 1, "申请病种");
            grid.row(2.2).cell(0, 2, 1, number).cell(2, 2, 1, illness);
            grid.row(1.9).cell(0, 4, 1, "病情摘要");
            grid.row(8).cell(0, 4, 1, i.paragraph(3));
            grid.row(1.9).cell(0, 2, 1, "医院意见").cell(2, 2, 1, "经办机构意见");
            grid.row(6).cell(0, 2, 1, "经审核，材料齐全，符合申报条件。").cell(2, 2, 1, "同意享受门诊慢性病待遇。");
        } else {
            grid = new Grid(f.formRuled(), 2, 2.4, 1.4, 1.4, 1.8, 3).form();
            grid.row(2.2, "姓名", person, "性别", "女", "联系电话", i.phone());
            grid.row(2.2)
                    .cell(0, 1, 1, "身份证号码")
                    .cell(1, 3, 1, number)
                    .cell(4, 1, 1, "人员类别")
                    .cell(5, 1, 1, "在职");
            grid.row(2.2).cell(0, 1, 1, "家庭住址").cell(1, 5, 1, i.town() + "样例街道幸福路" + i.number(1, 300) + "号");
            grid.row(2.2).cell(0, 1, 1, "申请病种").cell(1, 5, 1, illness);
            grid.row(9).cell(0, 1, 1, "主要病史及治疗情况").cell(1, 5, 1, i.paragraph(3));
            grid.row(6).cell(0, 1, 1, "专家组意见").cell(1, 5, 1, "经鉴定，符合门诊慢性病认定标准，建议纳入管理。");
        }
        f.table(grid);
        f.pairs(2, "申请人签名", person, "申请日期", i.longDate());
        f.seal(i.agency() + "待遇审核章", f.right() - 600, f.y() - 350);
        f.paper().field("身份证号", number);
        f.paper().field("病种", illness);
    }

    static void registration(Frame f) {
        Invented i = f.invented();
        f.title(i.town() + "城乡居民基本医疗保险参保登记表");
        f.pairs(3, "村（社区）", i.any(List.of("东风村", "向阳社区", "桃源社区")), "经办人", i.person(), "登记日期", i.date());
        Grid grid = f.other()
                ? new Grid(f.listRuled(), 2.2, 4, 1.2, 3, 2.4, 2)
                : new Grid(Grid.Ruled.FULL, 1, 2, 1, 4, 3, 2.4, 2);
        if (f.other()) {
            grid.row(2, "姓名", "公民身份号码", "性别", "联系电话", "缴费金额", "缴费方式");
        } else {
            grid.row(2, "序号", "姓名", "性别", "身份证号码", "联系电话", "与户主关系", "金额");
        }
        String first = "";
        String second = "";
        for (int row = 1; row <= i.number(9, 18); row++) {
            String person = i.person();
            String number = i.citizenNumber();
            if (row <= 2) {
                first = row == 1 ? number : first;
                second = number;
            }
            if (f.other()) {
                grid.row(1.9, person, number, "女", i.phone(), "380.00", i.any(List.of("线上", "银行代扣")));
            } else {
                grid.row(1.9, "" + row, person, "男", number, i.phone(), i.any(List.of("户主", "之子", "配偶", "之女")), "380");
            }
        }
        f.table(grid);
        f.line("填表说明：本表由村（社区）统一填报，一式两份。");
        f.seal(i.agency(), f.right() - 500, f.y() - 300);
        f.paper().field("身份证号一", first);
        f.paper().field("身份证号二", second);
    }

    static void handover(Frame f) {
        Invented i = f.invented();
        String code = "";
        f.line(i.agency() + "档案管理");
        f.title(f.other() ? "归档文件移交清册" : "业务档案移交清单");
        Grid grid = f.other() ? new Grid(f.listRuled(), 3.6, 6, 1.2, 1.6) : new Grid(f.listRuled(), 1, 4, 6, 2.4, 1.2);
        grid.align(f.other() ? 1 : 2, Grid.Align.LEFT);
        if (f.other()) {
            grid.row(2, "档号", "题名", "页数", "保管期限");
        } else {
            grid.row(2, "序号", "档号", "题名", "日期", "页数");
        }
        for (int row = 1; row <= i.number(10, 18); row++) {
            code = i.referenceCode();
            String title = i.person() + i.any(List.of("医疗费用报销材料", "门诊慢性病认定材料", "异地就医备案材料", "住院结算材料"));
            if (f.other()) {
                grid.row(1.9, code, title, "" + i.number(1, 60), i.any(List.of("永久", "30年", "10年")));
            } else {
                grid.row(1.9, "" + row, code, title, i.date(), "" + i.number(1, 60));
            }
        }
        f.table(grid);
        f.pairs(2, "移交人", i.person(), "接收人", i.person(), "移交部门", "基金结算科", "移交日期", i.date());
        f.seal(i.agency() + "档案专用章", f.right() - 450, f.y() - 200);
        f.foot(f.other() ? "- 3 -" : "第 3 页");
        f.paper().field("档号", code);
    }
}

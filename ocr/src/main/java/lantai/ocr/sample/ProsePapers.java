package lantai.ocr.sample;

import java.util.List;

/** Letters, notices, agreements and bulletins. */
final class ProsePapers {

    private static final List<String> NUMBERS = List.of("一", "二", "三", "四", "五", "六", "七", "八");

    private ProsePapers() {}

    static void officialLetter(Frame f) {
        Invented i = f.invented();
        String agency = i.agency();
        String number = i.documentNumber();
        String date = i.longDate();
        String title = "关于做好" + i.number(2016, 2027) + "年度" + i.any(List.of("医疗费用审核", "参保扩面", "档案移交")) + "工作的通知";
        f.paper().colour(Seal.RED);
        f.title(agency + (f.other() ? "" : "文件"));
        f.paper().colour(java.awt.Color.BLACK);
        if (f.other()) {
            f.rightward(number);
        } else {
            f.paper().centred(number, f.y(), f.size());
            f.down(2);
        }
        f.paper().colour(Seal.RED);
        f.paper().rule(f.left(), f.y(), f.right(), f.y(), 6);
        f.paper().colour(java.awt.Color.BLACK);
        f.down(1.2);
        f.paper().centred(title, f.y(), f.size() * 1.3);
        f.down(2.6);
        f.line("各县（市、区）医疗保障局，各定点医疗机构：");
        for (int at = 0; at < i.number(2, 5); at++) {
            f.paragraph((at == 0 ? "" : NUMBERS.get(at - 1) + "、") + i.paragraph(i.number(2, 4)));
        }
        f.down(1.5);
        f.rightward(agency);
        f.rightward(date);
        f.seal(agency, f.right() - 300, f.y() - 130);
        f.down(1);
        f.paper().rule(f.left(), f.y(), f.right(), f.y(), 3);
        f.down(0.4);
        f.line("抄送：市财政局，市卫生健康委员会。");
        f.paper().field("文号", number);
        f.paper().field("日期", date);
        f.paper().field("责任者", agency);
    }

    static void notice(Frame f) {
        Invented i = f.invented();
        String date = i.longDate();
        String agency = i.agency();
        f.title(f.other() ? "告知书" : "通知");
        f.line(i.person() + "同志：");
        f.paragraph(i.paragraph(3));
        for (int at = 1; at <= i.number(3, 7); at++) {
            f.paragraph((f.other() ? "（" + NUMBERS.get(at - 1) + "）" : at + ".") + i.paragraph(i.number(1, 3)));
        }
        f.paragraph("联系人：" + i.person() + "，联系电话：0990-" + i.digits(7) + "。");
        f.down(1);
        f.rightward(agency);
        f.rightward(date);
        f.seal(agency, f.right() - 320, f.y() - 120);
        f.foot("— " + i.number(1, 30) + " —");
        f.paper().field("日期", date);
        f.paper().field("责任者", agency);
    }

    static void agreement(Frame f) {
        Invented i = f.invented();
        String first = i.agency();
        String second = i.hospital();
        f.title("定点医疗机构服务协议");
        if (f.other()) {
            f.rightward("协议编号：" + i.digits(9));
        }
        f.line("甲方：" + first);
        f.line("乙方：" + second);
        f.paragraph(i.paragraph(2));
        for (int at = 0; at < i.number(3, 6); at++) {
            f.paragraph((f.other() ? "第" + NUMBERS.get(at) + "条　" : (at + 1) + "、") + i.paragraph(i.number(1, 4)));
        }
        f.down(1);
        f.pairs(2, "甲方（盖章）", "", "乙方（盖章）", "", "代表", i.person(), "代表", i.person(), "日期", i.date(), "日期", i.date());
        f.seal(first, f.left() + 450, f.y() - 200);
        f.seal(second, f.left() + f.width() / 2 + 480, f.y() - 180);
        f.foot(f.other() ? "第5页/共12页" : "5");
        f.paper().field("甲方", first);
        f.paper().field("乙方", second);
    }

    /** Running text in two columns below a heading over both. */
    static void bulletin(Frame f) {
        Invented i = f.invented();
        f.title("医保工作简报");
        f.pairs(2, "期号", "第" + i.number(1, 60) + "期", "编印", i.agency());
        f.paper().rule(f.left(), f.y(), f.right(), f.y(), 4);
        f.down(1);
        int columns = f.other() ? i.number(2, 4) : 2;
        double gutter = f.size() * (f.other() ? 1.4 : 2);
        double width = (f.width() - gutter * (columns - 1)) / columns;
        double top = f.y();
        for (int column = 0; column < columns; column++) {
            double x = f.left() + column * (width + gutter);
            double y = top;
            if (!f.other() || i.maybe(0.5)) {
                f.paper().line(i.any(List.of("要闻速递", "基层动态", "政策解读", "经验交流")), x, y, f.size() * 1.1);
                y += f.size() * 2;
            }
            while (y < top + 1500) {
                y = f.paper().paragraph(i.paragraph(i.number(2, 4)), x, y, width, f.size() * 0.9);
            }
        }
        f.foot(f.other() ? "· 2 ·" : "- 2 -");
    }
}

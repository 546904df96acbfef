package lantai.ocr.sample;

import java.util.List;

/** Settlements, lists of expenses, invoices, receipts and lists of payments. */
final class MoneyPapers {

    private MoneyPapers() {}

    static void settlement(Frame f) {
        Invented i = f.invented();
        String person = i.person();
        String number = i.citizenNumber();
        String hospital = i.hospital();
        String date = i.date();
        long total = i.cents();
        long fund = total * i.number(50, 90) / 100;
        f.title("基本医疗保险费用结算单");
        f.pairs(2, "姓名", person, "身份证号", number, "医疗机构", hospital, "结算日期", date);
        f.pairs(3, "险种", i.any(List.of("城乡居民", "城镇职工")), "入院", i.date(), "出院", i.date());
        Grid grid = new Grid(f.listRuled(), f.other() ? new double[] {2, 3, 3, 3} : new double[] {3, 2, 3, 2});
        if (f.other()) {
            grid.row(2, "序号", "项目", "金额（元）", "备注").align(1, Grid.Align.LEFT).align(2, Grid.Align.RIGHT);
            List<String> items = List.of("医疗费总额", "统筹基金支付", "大病保险支付", "医疗救助", "个人账户", "个人现金");
            for (int row = 0; row < items.size(); row++) {
                grid.row(1.9, "" + (row + 1), items.get(row), Invented.grouped(row == 0 ? total : i.cents() / 7), "无");
            }
        } else {
            grid.row(2, "支付项目", "金额", "费用类别", "金额");
            for (String item : List.of("统筹基金", "大病保险", "医疗救助", "公务员补助", "个人账户", "个人现金")) {
                grid.row(
                        1.9,
                        item,
                        Invented.yuan(i.cents() / 9),
                        i.any(List.of("西药费", "检查费", "床位费", "手术费")),
                        Invented.yuan(i.cents() / 9));
            }
        }
        f.table(grid);
        f.line("合计（大写）：" + Invented.words(total));
        f.line("其中统筹基金支付：" + Invented.yuan(fund) + "元");
        f.pairs(3, "经办人", i.person(), "复核人", i.person(), "打印日期", i.date());
        f.seal(i.agency() + "结算专用章", f.right() - 450, f.y() - 150);
        f.paper().field("姓名", person);
        f.paper().field("身份证号", number);
        f.paper().field("医院", hospital);
        f.paper().field("金额大写", Invented.words(total));
        f.paper().field("统筹支付", Invented.yuan(fund));
    }

    static void expenses(Frame f) {
        Invented i = f.invented();
        String person = i.person();
        String hospital = i.hospital();
        long sum = 0;
        f.title(hospital + (f.other() ? "住院患者费用汇总清单" : "住院费用清单"));
        f.pairs(3, "姓名", person, "住院号", i.digits(8), "科室", i.any(List.of("内一科", "骨科", "普外科", "儿科")));
        Grid grid = f.other()
                ? new Grid(f.listRuled(), 2.2, 5, 3.4, 2, 1.4, 2.2)
                : new Grid(f.listRuled(), 1, 5, 3.2, 2, 1.4, 2.2, 1.2);
        grid.align(1, Grid.Align.LEFT).align(3, Grid.Align.RIGHT).align(5, Grid.Align.RIGHT);
        if (f.other()) {
            grid.row(1.9, "日期", "名称", "规格", "单价", "数量", "金额");
        } else {
            grid.row(1.9, "序号", "项目名称", "规格", "单价", "数量", "金额", "类别");
        }
        int rows = i.number(14, 26);
        for (int row = 1; row <= rows; row++) {
            long price = i.cents() / 20 + 5;
            int count = i.number(1, 15);
            sum += price * count;
            String drug = i.drug();
            String specification = i.specification();
            String amount = Invented.yuan(price * count);
            if (f.other()) {
                grid.row(1.75, i.date().substring(5), drug, specification, Invented.yuan(price), "" + count, amount);
            } else {
                grid.row(
                        1.75,
                        "" + row,
                        drug,
                        specification,
                        Invented.yuan(price),
                        "" + count,
                        amount,
                        i.any(List.of("甲", "乙", "丙")));
            }
        }
        f.table(grid);
        f.line("费用合计：" + Invented.grouped(sum) + "元");
        f.pairs(2, "制表", i.person(), "打印时间", i.date());
        f.seal(hospital + "收费专用章", f.right() - 500, f.y() - 300);
        f.paper().field("姓名", person);
        f.paper().field("医院", hospital);
        f.paper().field("金额", Invented.grouped(sum));
    }

    static void invoice(Frame f) {
        Invented i = f.invented();
        String person = i.person();
        String number = i.digits(10);
        String hospital = i.hospital();
        long total = i.cents();
        String date = i.date();
        f.title(f.other() ? "样例省医疗门诊收费票据（电子）" : "医疗门诊收费票据");
        f.pairs(2, "票据代码", "990101" + i.digits(4), "票据号码", number);
        f.pairs(3, "交款人", person, "性别", i.any(List.of("男", "女")), "开票日期", date);
        Grid grid = f.other() ? new Grid(Grid.Ruled.NONE, 4, 2, 3, 3) : new Grid(Grid.Ruled.FULL, 4, 2, 4, 2);
        grid.align(0, Grid.Align.LEFT);
        if (f.other()) {
            grid.row(1.9, "项目", "数量/单位", "金额（元）", "自付比例");
        } else {
            grid.row(1.9, "项目名称", "金额", "项目名称", "金额");
        }
        for (int row = 0; row < i.number(4, 9); row++) {
            if (f.other()) {
                grid.row(
                        1.8, i.drug(), i.number(1, 9) + "盒", Invented.yuan(i.cents() / 10), i.number(0, 10) * 10 + "%");
            } else {
                grid.row(
                        1.8,
                        i.any(List.of("西药费", "中成药费", "检查费", "治疗费")),
                        Invented.yuan(i.cents() / 10),
                        i.any(List.of("化验费", "放射费", "诊察费", "材料费")),
                        Invented.yuan(i.cents() / 10));
            }
        }
        f.table(grid);
        f.pairs(2, "金额合计（大写）", Invented.words(total), "（小写）", Invented.yuan(total));
        f.pairs(2, "收款单位", hospital, "收款人", i.person());
        f.seal(hospital + "财务专用章", f.left() + 500, f.y() - 200);
        f.paper().field("姓名", person);
        f.paper().field("票据号码", number);
        f.paper().field("金额大写", Invented.words(total));
        f.paper().field("日期", date);
    }

    static void receipt(Frame f) {
        Invented i = f.invented();
        String person = i.person();
        long total = i.cents();
        String date = i.longDate();
        f.title(f.other() ? "收　款　收　据".replace("　", "") : "收据");
        f.rightward("No." + i.digits(7));
        f.rightward(date);
        if (f.other()) {
            f.table(new Grid(Grid.Ruled.FULL, 2, 5)
                    .form()
                    .row(2.6, "交款单位（人）", person)
                    .row(2.6, "事由", "补缴" + i.number(2015, 2026) + "年度城乡居民医疗保险费")
                    .row(2.6, "人民币（大写）", Invented.words(total))
                    .row(2.6, "小写", "￥" + Invented.yuan(total)));
        } else {
            f.line("今收到　" + person + "　交来");
            f.line("医疗保险费（补缴）");
            f.line("人民币（大写）：" + Invented.words(total));
            f.line("￥" + Invented.yuan(total));
        }
        f.pairs(3, "会计", i.person(), "出纳", i.person(), "经手人", i.person());
        f.down(2);
        f.rightward("收款单位（盖章）：" + i.agency());
        f.seal(i.agency() + "财务专用章", f.right() - 420, f.y() - 100);
        f.paper().field("姓名", person);
        f.paper().field("金额大写", Invented.words(total));
        f.paper().field("金额", Invented.yuan(total));
        f.paper().field("日期", date);
    }

    static void payments(Frame f) {
        Invented i = f.invented();
        String person = i.person();
        String number = i.citizenNumber();
        f.title("参保人员缴费明细");
        f.pairs(2, "姓名", person, "公民身份号码", number, "参保单位", i.town() + "样例纺织有限公司", "单位编号", i.digits(8));
        Grid grid = f.other()
                ? new Grid(i.any(List.of(Grid.Ruled.SHADED, Grid.Ruled.THREE)), 1, 2, 2, 2, 2)
                : new Grid(i.any(List.of(Grid.Ruled.NONE, Grid.Ruled.LEVEL)), 2, 2, 2, 2, 2, 2);
        if (f.other()) {
            grid.row(2, "序号", "费款所属期", "单位缴费", "个人缴费", "到账日期");
        } else {
            grid.row(2, "年月", "缴费基数", "单位部分", "个人部分", "划入账户", "状态");
        }
        int year = i.number(2016, 2025);
        for (int month = 1; month <= i.number(12, 24); month++) {
            String period = (year + (month - 1) / 12) + Invented.two((month - 1) % 12 + 1);
            long base = i.number(3000, 9000) * 100L;
            if (f.other()) {
                grid.row(1.7, "" + month, period, Invented.yuan(base / 10), Invented.yuan(base / 50), i.date());
            } else {
                grid.row(
                        1.7,
                        period,
                        Invented.yuan(base),
                        Invented.yuan(base / 10),
                        Invented.yuan(base / 50),
                        Invented.yuan(base / 40),
                        i.any(List.of("已到账", "已到账", "未到账")));
            }
        }
        f.table(grid);
        f.line("说明：本明细仅供核对使用，涂改无效。");
        f.rightward("打印日期：" + i.date());
        f.seal(i.agency() + "业务专用章", f.right() - 400, f.y() - 120);
        f.foot("第1页 共1页");
        f.paper().field("姓名", person);
        f.paper().field("身份证号", number);
    }
}

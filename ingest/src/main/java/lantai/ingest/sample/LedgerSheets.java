package lantai.ingest.sample;

import static lantai.ingest.sample.Cell.label;
import static lantai.ingest.sample.Cell.number;
import static lantai.ingest.sample.Cell.value;
import static lantai.ingest.sample.Cell.words;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Papers of the accountants: vouchers, bank statements, reports of the fund. */
final class LedgerSheets {
    private LedgerSheets() {}

    /**
     * What one voucher books: one debit, one credit, one amount.
     *
     * @param number of the voucher in its month
     * @param day of the booking
     * @param subject what for
     * @param debit the account that grows
     * @param credit the account that shrinks
     * @param amount in yuan
     */
    record Booking(int number, LocalDate day, String subject, String debit, String credit, BigDecimal amount) {}

    /** One voucher a page; the facts are those of the first. */
    static Paper vouchers(List<Booking> bookings) {
        var first = bookings.getFirst();
        var facts = Facts.of("记账凭证", first.day())
                .worth(first.amount())
                .numbered("记字第" + String.format("%04d", first.number()) + "号")
                .filedAs("J057-KU·01·" + first.day().getYear() + "-D30-014-" + String.format("%04d", first.number()));
        var pages = bookings.stream()
                .<Drawing>map(booking -> page -> voucher(page, booking))
                .toList();
        return new Paper(Kind.VOUCHER, facts, PageSize.SLIP, pages);
    }

    private static void voucher(Page page, Booking booking) {
        page.centred("记　账　凭　证", Type.of(20).heavy()).skip(1);
        page.spread(
                "核算单位：" + Sample.AGENCY,
                Days.chinese(booking.day()),
                "记字第" + String.format("%04d", booking.number()) + "号");
        var sum = Amount.digits(booking.amount());
        var table = page.table(7, 6, 6, 4, 4)
                .row(8, label("摘要"), label("总账科目"), label("明细科目"), label("借方金额"), label("贷方金额"))
                .row(9, words(booking.subject()), words(booking.debit()), words("职工医保统筹"), number(sum), number(""))
                .row(9, words(booking.subject()), words(booking.credit()), words("支出户"), number(""), number(sum));
        for (var blank = 0; blank < 3; blank++) {
            table.row(9, words(""), words(""), words(""), number(""), number(""));
        }
        table.row(9, label("合计（大写）" + Amount.words(booking.amount())).over(3), number("¥" + sum), number("¥" + sum))
                .end();
        page.spread("附件：3张", "财务主管：华玉兰", "记账：魏雪梅", "复核：陶文博", "制单：姜春燕");
        page.spread(
                "档号：J057-KU·01·" + booking.day().getYear() + "-D30-014-" + String.format("%04d", booking.number()),
                "账套：基金账");
        page.seal(Sample.AGENCY, "财务专用章", new Point(128, 106));
    }

    static Paper bankStatement(LocalDate month) {
        var facts = Facts.of("单位活期存款对账单", month.plusMonths(1).minusDays(1)).worth(Amount.of("6034178.42"));
        return Paper.of(Kind.BANK_STATEMENT, facts, page -> {
            page.margin(15).centred("样例市商业银行", Type.of(15)).title(facts.title());
            page.spread("户名：" + Sample.AGENCY, "账号：6200 0099 0101 0000 057");
            page.spread("对账期间：" + month + " 至 " + month.plusMonths(1).minusDays(1), "币种：人民币", "单位：元");
            var table = page.table(3, 6, 4, 4, 4.4)
                    .row(9, label("日期"), label("摘要"), label("借方(支出)"), label("贷方(收入)"), label("余额"))
                    .row(8.5, value(month.toString()), words("上期余额"), number(""), number(""), number("5,218,340.17"));
            var balance = Amount.of("5218340.17");
            var moves = List.of(
                    "-13858.40", "1250000.00", "-28756.00", "-386215.55", "-6420.80", "862.20", "-226.80", "453.60");
            var names = List.of("医疗费用报销", "财政补助收入", "生育津贴", "定点医院结算", "医疗救助", "利息收入", "手续费", "退回款项");
            for (var i = 0; i < moves.size(); i++) {
                var move = Amount.of(moves.get(i));
                balance = balance.add(move);
                table.row(
                        8.5,
                        value(month.plusDays(2 + 3L * i).toString()),
                        words(names.get(i)),
                        number(move.signum() < 0 ? Amount.digits(move.negate()) : ""),
                        number(move.signum() > 0 ? Amount.digits(move) : ""),
                        number(Amount.digits(balance)));
            }
            table.row(9, label("期末余额").over(4).heavy(), number(Amount.digits(balance)))
                    .end();
            page.spread("打印日期：" + month.plusMonths(1).plusDays(1), "打印柜员：0306");
            page.seal("样例市商业银行", Sample.BUSINESS_SEAL, new Point(160, page.cursor() + 6));
        });
    }

    /** {@return the fund's account of one month; income less expenses is the balance} */
    static Paper fundReport(LocalDate month) {
        var income = List.of("38612450.00", "12500000.00", "86231.44", "15320.00");
        var expense = List.of("29874512.36", "7215630.18", "1126840.00", "0.00");
        var incomeNames = List.of("基本医疗保险费收入", "财政补贴收入", "利息收入", "其他收入");
        var expenseNames = List.of("住院统筹支出", "门诊统筹支出", "生育待遇支出", "其他支出");
        var in = income.stream().map(Amount::of).reduce(Amount.of("0"), BigDecimal::add);
        var out = expense.stream().map(Amount::of).reduce(Amount.of("0"), BigDecimal::add);
        var facts = Facts.of("医疗保险基金收支月报表", month.plusMonths(1).plusDays(4)).worth(in.subtract(out));
        return Paper.of(Kind.FUND_REPORT, facts, page -> {
            page.title(facts.title());
            page.spread("编制单位：" + Sample.AGENCY, Days.month(month), "单位：元");
            var table = page.table(6, 1.6, 5, 6, 1.6, 5)
                    .row(10, label("收入项目"), label("行次"), label("本月数"), label("支出项目"), label("行次"), label("本月数"));
            for (var i = 0; i < income.size(); i++) {
                table.row(
                        10,
                        words(incomeNames.get(i)),
                        value(Integer.toString(i + 1)),
                        number(Amount.digits(Amount.of(income.get(i)))),
                        words(expenseNames.get(i)),
                        value(Integer.toString(i + 6)),
                        number(Amount.digits(Amount.of(expense.get(i)))));
            }
            table.row(
                            10,
                            label("收入合计").heavy(),
                            value("5"),
                            number(Amount.digits(in)),
                            label("支出合计").heavy(),
                            value("10"),
                            number(Amount.digits(out)))
                    .row(10, label("本月结余").over(4).heavy(), value("11"), number(Amount.digits(in.subtract(out))))
                    .end();
            page.spread("单位负责人：孔令辉", "财务负责人：华玉兰", "制表人：姜春燕");
            page.flow("报送日期：" + Days.chinese(facts.date()), Type.of(10.5), 1.6);
        });
    }
}

package lantai.ingest.sample;

import static lantai.ingest.sample.Look.Depth.GREY;

import java.time.LocalDate;
import java.util.List;

/** The accountants' delivery. */
final class LedgerBatch {
    private static final String SCANS = "20261106_财务科_会计档案/";

    private LedgerBatch() {}

    static List<Parcel> parcels() {
        var vouchers = LedgerSheets.vouchers(List.of(
                booking(12, LocalDate.of(2025, 3, 28), "支付李秀兰等手工报销医疗费", "13858.40"),
                booking(13, LocalDate.of(2025, 3, 28), "支付定点医院三月预付款", "386215.55"),
                booking(14, LocalDate.of(2025, 3, 31), "支付生育津贴", "28756.00")));
        var single = LedgerSheets.vouchers(List.of(booking(41, LocalDate.of(2024, 8, 30), "支付医疗救助资金", "6420.80")));
        return List.of(
                Parcel.tiff(SCANS + "2025年3月记账凭证0012-0014", vouchers, Look.office(200, 0.4, 50)),
                Parcel.jpeg(SCANS + "2024年8月记账凭证0041", single, Look.office(200, -0.5, 54)),
                Parcel.png(
                        SCANS + "银行对账单202503",
                        LedgerSheets.bankStatement(LocalDate.of(2025, 3, 1)),
                        Look.clean(200, GREY)),
                Parcel.pdf(SCANS + "基金收支月报202503", LedgerSheets.fundReport(LocalDate.of(2025, 3, 1)))
                        .alsoSmall(),
                OfficeBatch.list(
                        SCANS + "2025年会计档案保管清册",
                        Kind.CUSTODY_LIST,
                        Facts.of("2025年会计档案保管清册", LocalDate.of(2026, 3, 2)),
                        custody()));
    }

    private static LedgerSheets.Booking booking(int number, LocalDate day, String subject, String amount) {
        return new LedgerSheets.Booking(number, day, subject, "基金支出", "银行存款", Amount.of(amount));
    }

    private static List<List<String>> custody() {
        return List.of(
                List.of("序号", "案卷题名", "起止日期", "凭证起止号", "保管期限", "册数", "存放位置"),
                List.of("1", "2025年1月记账凭证", "20250101-20250131", "0001-0038", "30年", "3", "01-02-03"),
                List.of("2", "2025年2月记账凭证", "20250201-20250228", "0001-0031", "30年", "2", "01-02-03"),
                List.of("3", "2025年3月记账凭证", "20250301-20250331", "0001-0046", "30年", "4", "01-02-04"),
                List.of("4", "2025年部门决算", "20250101-20251231", "", "永久", "1", "01-01-01"),
                List.of("5", "2025年银行对账单", "20250101-20251231", "", "10年", "1", "01-03-02"));
    }
}

package lantai.ingest.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** What goes wrong at every delivery, once each. */
final class BadFiles {
    private static final String FOLDER = "20261107_问题文件/";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 7);

    /** The EICAR test string that every virus scanner knows, in two halves, so that no scanner finds it in this program. */
    private static final String[] EICAR = {"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"};

    private BadFiles() {}

    static List<Parcel> parcels() {
        var locked = Reports.contract(LocalDate.of(2024, 4, 2));
        var torn = Reports.agreement(2024);
        var misnamed = AccountForms.outOfRegion(LocalDate.of(2022, 3, 3), People.ZHANG_JIANGUO, "样例省海州市", "临时外出");
        return List.of(
                Parcel.of(
                                FOLDER + "加密合同.pdf",
                                locked,
                                press -> Made.of(press.pdfs().locked(locked, "sample"), "application/pdf"))
                        .refused("encrypted")
                        .alsoSmall(),
                Parcel.of(FOLDER + "传输中断的协议.pdf", torn, press -> {
                            var whole = press.pdf(torn).bytes();
                            return Made.of(Arrays.copyOf(whole, whole.length / 3), "application/pdf");
                        })
                        .refused("damaged"),
                Parcel.of(
                                FOLDER + "空文件.jpg",
                                Kind.UNKNOWN,
                                Facts.of("空文件", DAY),
                                _ -> Made.of(new byte[0], "application/octet-stream"))
                        .refused("empty")
                        .alsoSmall(),
                Parcel.of(
                        FOLDER + "扩展名错误的备案表.pdf",
                        misnamed,
                        press -> press.png(misnamed, Look.clean(200, Look.Depth.GREY))),
                Parcel.of(
                                FOLDER + "病毒测试.txt",
                                Kind.UNKNOWN,
                                Facts.of("病毒测试", DAY),
                                _ -> Made.of(String.join("", EICAR).getBytes(StandardCharsets.US_ASCII), "text/plain"))
                        .refused("infected"));
    }
}

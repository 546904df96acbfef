package lantai.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import lantai.person.IdNumber;

/** Invented items with the kind of text an agency of medical insurance keeps. The same seed gives the same items. */
final class GeneratedItems {
    private static final String[] TERMS = ("医疗保险 城镇职工 城乡居民 参保登记 缴费基数 住院费用 报销申请 门诊慢性病 特殊疾病 异地就医 备案登记 "
                    + "定点医疗机构 服务协议 稽核检查 基金支出 个人账户 统筹基金 起付标准 支付比例 生育津贴 医疗救助 大病保险 结算清单 "
                    + "出院小结 诊断证明 发票原件 审批表 通知书 会议纪要 年度决算 统计报表 档案移交 保管期限 经办机构 信息系统 药品目录 "
                    + "待遇核定 关系转移 终止参保 补缴申请 用人单位 灵活就业 委托代办 身份核验 电子凭证 信访事项 行政复议 内部控制 情况说明 "
                    + "经审核 符合规定 予以支付 不予支付 请予核查 特此通知 现将有关情况 报告如下 根据规定 截至目前 累计金额 元整 人民币")
            .split(" ");
    private static final String[] LATIN = {"DRG", "DIP", "ICD-10", "HIS", "OFD", "PDF/A", "CT", "MRI", "Aspirin"};
    private static final String[] CATEGORIES = {"WS", "KJ", "KU", "YW", "DZ", "SX", "ZP", "SW"};
    private static final String[] FAMILY = "王 李 张 刘 陈 杨 赵 黄 周 吴 欧阳 司马 阿不都·热 慕容".split(" ");
    private static final String[] KINDS = {"参保登记表", "报销申请", "会议纪要", "通知", "发票", "协议"};
    private static final int COMMON = 0x4e00;
    private static final int COMMON_COUNT = 4000;

    private final Random random;

    GeneratedItems(long seed) {
        this.random = new Random(seed);
    }

    /** An item with one page of about this many characters, titled and numbered. */
    IndexedItem next(int number, int letters) {
        var name = name();
        int year = 2010 + random.nextInt(15);
        int kind = random.nextInt(KINDS.length);
        return new IndexedItem(
                new UUID(random.nextLong(), random.nextLong()),
                "J057-ZY·YB·YB·%d-D30-%03d-%04d".formatted(year, number / 10_000, number % 10_000),
                "样例 " + name + term() + term() + KINDS[kind],
                CATEGORIES[random.nextInt(CATEGORIES.length)],
                year,
                "K" + kind,
                KINDS[kind],
                "样例市医疗保障局",
                "样医保发〔%d〕%d号".formatted(year, 1 + random.nextInt(300)),
                Optional.of(LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28))),
                Optional.empty(),
                Optional.of(new UUID(0, random.nextInt(5000))),
                true,
                List.of(name),
                List.of(text(letters)),
                1);
    }

    /** Running text of about this many characters with names, numbers, Latin words and line breaks. */
    String text(int letters) {
        var text = new StringBuilder(letters + 32);
        while (text.length() < letters) {
            text.append(piece());
        }
        return text.toString();
    }

    private String piece() {
        int choice = random.nextInt(100);
        if (choice < 50) {
            return term();
        }
        if (choice < 68) {
            return "" + rare() + rare();
        }
        if (choice < 74) {
            return name();
        }
        if (choice < 80) {
            return "%,d.%02d元".formatted(random.nextInt(1_000_000), random.nextInt(100));
        }
        if (choice < 84) {
            return "%d年%d月%d日".formatted(2000 + random.nextInt(26), 1 + random.nextInt(12), 1 + random.nextInt(28));
        }
        if (choice < 86) {
            return LATIN[random.nextInt(LATIN.length)];
        }
        if (choice < 87) {
            return idNumber();
        }
        return choice < 97 ? "，" : "。\n";
    }

    String term() {
        return TERMS[random.nextInt(TERMS.length)];
    }

    String name() {
        return FAMILY[random.nextInt(FAMILY.length)] + rare() + (random.nextBoolean() ? rare() : "");
    }

    /** An identity number of the unassigned region 990101. */
    String idNumber() {
        var born = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(33_000));
        String body = "990101%tY%<tm%<td%03d".formatted(born, random.nextInt(1000));
        return body + IdNumber.checkDigit(body);
    }

    /** Any piece of a text with at least two characters, one of which is a letter. */
    String pieceOf(String text) {
        String piece;
        do {
            int from = random.nextInt(text.length() - 1);
            piece = text.substring(from, Math.min(text.length(), from + 2 + random.nextInt(9)));
        } while (Letters.of(piece).text().isEmpty());
        return piece;
    }

    /** Common characters often, others seldom. */
    private char rare() {
        double share = random.nextDouble();
        return (char) (COMMON + (int) (share * share * share * COMMON_COUNT));
    }
}

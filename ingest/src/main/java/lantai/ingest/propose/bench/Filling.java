package lantai.ingest.propose.bench;

import java.util.Locale;
import java.util.Random;

/** What people write into forms, invented. */
final class Filling {
    private static final String[] SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜".split("");
    private static final String[] GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英玉兰建国志华红梅文斌晓东".split("");
    private static final String[] PLACES = {"样例市东湖区", "样例市西山县", "样例市南河区", "邻市北岭县", "样例市开发区"};
    private static final String[] UNITS = {"样例市第一纺织厂", "样例市恒达机械有限公司", "样例市医疗保险服务中心", "样例市东湖区医疗保障局", "样例市城建集团", "样例市第三中学"
    };
    private static final String[] HOSPITALS = {"样例市人民医院", "样例市中医院", "样例市第二医院", "东湖区社区卫生服务中心", "样例市康宁大药房"};
    private static final String[] WORDS = {
        "无", "在职", "退休", "正常", "同意", "情况属实", "符合规定", "见附件", "其他", "是", "否", "普通", "高血压", "已核对", "一般"
    };
    private static final String[] BANKS = {"样例银行东湖支行", "样例农村商业银行", "样例银行营业部"};

    private final Random random;

    Filling(Random random) {
        this.random = random;
    }

    String of(char filling) {
        return switch (filling) {
            case 'd' -> day();
            case 'n' ->
                Long.toString(random.nextLong(1, 1_000_000_000_000L)).substring(0, 1) + random.nextInt(100_000_000);
            case 'm' -> String.format(Locale.ROOT, "%,.2f", random.nextDouble() * 90_000);
            case 'p' -> one(SURNAMES) + one(GIVEN) + (random.nextBoolean() ? one(GIVEN) : "");
            case 'u' -> one(UNITS);
            case 'h' -> one(HOSPITALS);
            case 'a' -> one(PLACES) + random.nextInt(1, 300) + "号";
            case 'b' -> one(BANKS);
            case 'g' -> random.nextBoolean() ? "男" : "女";
            default -> one(WORDS);
        };
    }

    private String day() {
        int year = random.nextInt(2003, 2026);
        int month = random.nextInt(1, 13);
        int day = random.nextInt(1, 29);
        return random.nextBoolean()
                ? year + "年" + month + "月" + day + "日"
                : String.format(Locale.ROOT, "%d-%02d-%02d", year, month, day);
    }

    private String one(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}

package lantai.ocr.sample;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names, numbers and sentences out of thin air, the same for the same chances. */
final class Invented {

    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹柏水窦章云苏潘葛奚范彭郎";
    private static final String GIVEN = "建国秀英丽华志强淑珍文博雨桐海燕振宇思远玉兰春梅晓峰佳怡国庆桂芳永康雪琴俊杰慧敏立新素云";
    private static final List<String> TOWNS = List.of("清溪", "云岭", "东篱", "南屏", "望川", "石桥", "白塔", "龙泉湾");
    private static final List<String> HOUSES =
            List.of("第一人民医院", "中医院", "妇幼保健院", "第三医院", "中心卫生院", "康复医院", "肿瘤医院", "口腔医院");
    private static final List<String> ILLNESSES = List.of(
            "2型糖尿病",
            "原发性高血压",
            "冠状动脉粥样硬化性心脏病",
            "脑梗死",
            "慢性阻塞性肺疾病",
            "急性阑尾炎",
            "腰椎间盘突出症",
            "胆囊结石伴慢性胆囊炎",
            "肺部感染",
            "股骨颈骨折",
            "慢性肾功能不全",
            "甲状腺结节");
    private static final List<String> DRUGS = List.of(
            "阿莫西林胶囊",
            "盐酸二甲双胍片",
            "氯化钠注射液",
            "注射用头孢曲松钠",
            "阿托伐他汀钙片",
            "苯磺酸氨氯地平片",
            "胰岛素注射液",
            "奥美拉唑肠溶胶囊",
            "复方丹参滴丸",
            "布洛芬缓释胶囊",
            "葡萄糖注射液",
            "硝酸甘油片",
            "维生素C注射液",
            "一次性使用输液器",
            "床位费(三人间)",
            "级护理费",
            "血常规检查",
            "彩色多普勒超声",
            "CT平扫",
            "静脉输液",
            "雾化吸入",
            "心电图检查",
            "肝功能检查");
    private static final List<String> SPECIFICATIONS = List.of(
            "0.25g*24粒",
            "0.5g*20片",
            "100ml:0.9g",
            "1.0g/支",
            "20mg*7片",
            "5mg*14片",
            "3ml:300IU",
            "10mg*100片",
            "27mg*180丸",
            "次",
            "日",
            "项",
            "250ml:12.5g",
            "2ml:0.5g");
    private static final List<String> SENTENCES = List.of(
            "参保人员在定点医疗机构发生的符合规定的医疗费用，由统筹基金按比例支付。",
            "经办机构应当自受理之日起十五个工作日内完成审核，并将结果书面告知申请人。",
            "申请材料不齐全的，应当一次性告知需要补正的全部内容。",
            "各单位要高度重视，指定专人负责，确保按时完成数据核对工作。",
            "异地就医备案有效期为六个月，期满后需要继续就医的，应当重新办理。",
            "档案应当按照“一事一档”的要求整理，页码连续，不得缺漏。",
            "基金支付范围以外的费用（含自费药品、超标准床位费）由个人承担。",
            "对弄虚作假骗取医疗保障基金的行为，依照有关规定追究责任。",
            "定点医药机构应当如实上传结算数据，并妥善保管处方、病历等原始凭证。",
            "患者入院后完善相关检查，给予抗感染、补液、营养支持等对症治疗，症状较前明显好转。",
            "查体：体温36.5℃，脉搏78次/分，呼吸18次/分，血压132/84mmHg，神志清楚，精神可。",
            "出院后注意休息，低盐低脂饮食，按时服药，两周后门诊复查，如有不适随时就诊。",
            "双方应当本着平等、自愿、诚实信用的原则履行本协议约定的各项义务。",
            "本通知自印发之日起执行，此前规定与本通知不一致的，以本通知为准。",
            "实有人数以社会保险登记系统当月1日零时的数据为准，差异部分另行说明。");
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final Random chance;

    Invented(Random chance) {
        this.chance = chance;
    }

    int number(int from, int below) {
        return from + chance.nextInt(below - from);
    }

    boolean maybe(double share) {
        return chance.nextDouble() < share;
    }

    <T> T any(List<T> list) {
        return list.get(chance.nextInt(list.size()));
    }

    String person() {
        int at = chance.nextInt(GIVEN.length() / 2) * 2;
        String given = GIVEN.substring(at, at + 1 + chance.nextInt(2));
        return SURNAMES.charAt(chance.nextInt(SURNAMES.length())) + given;
    }

    String town() {
        return any(TOWNS) + "市";
    }

    String hospital() {
        return town() + any(HOUSES);
    }

    String agency() {
        return town() + any(List.of("医疗保障局", "医疗保险服务中心", "医疗保障事业管理中心"));
    }

    String illness() {
        return any(ILLNESSES);
    }

    String drug() {
        return any(DRUGS);
    }

    String specification() {
        return any(SPECIFICATIONS);
    }

    String sentence() {
        return any(SENTENCES);
    }

    String paragraph(int sentences) {
        return IntStream.range(0, sentences).mapToObj(_ -> sentence()).collect(Collectors.joining());
    }

    /** A citizen number of region 990101 with a right check digit (GB 11643). */
    String citizenNumber() {
        String head = "990101" + number(1945, 2010) + two(number(1, 13)) + two(number(1, 29)) + digits(3);
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (head.charAt(i) - '0') * WEIGHTS[i];
        }
        return head + "10X98765432".charAt(sum % 11);
    }

    String digits(int count) {
        return IntStream.range(0, count).mapToObj(_ -> "" + chance.nextInt(10)).collect(Collectors.joining());
    }

    String phone() {
        return "1" + number(30, 99) + digits(8);
    }

    String date() {
        return number(2015, 2026) + "-" + two(number(1, 13)) + "-" + two(number(1, 29));
    }

    String longDate() {
        return number(2015, 2026) + "年" + number(1, 13) + "月" + number(1, 29) + "日";
    }

    String documentNumber() {
        return any(List.of("清医保发", "云医保函", "南医保办", "石医保中心")) + "〔" + number(2015, 2026) + "〕" + number(1, 180) + "号";
    }

    String referenceCode() {
        return "J057-YW·" + number(2015, 2026) + "-D" + any(List.of("10", "30")) + "-" + digits(4);
    }

    /** Between 1.00 and 30 000 yuan, in cents. */
    long cents() {
        return Math.round(Math.exp(chance.nextDouble() * 8 + 2.3) * 10) / 10 * 10 + chance.nextInt(10) + 100;
    }

    static String yuan(long cents) {
        return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
    }

    static String grouped(long cents) {
        return String.format(Locale.ROOT, "%,d.%02d", cents / 100, cents % 100);
    }

    /** The amount in the capital numerals of Chinese bookkeeping. */
    static String words(long cents) {
        String yuan = Long.toString(cents / 100);
        var words = new StringBuilder();
        String[] units = {"", "拾", "佰", "仟", "万", "拾", "佰", "仟", "亿"};
        boolean zero = false;
        for (int i = 0; i < yuan.length(); i++) {
            int digit = yuan.charAt(i) - '0';
            int place = yuan.length() - 1 - i;
            if (digit == 0) {
                zero = true;
            } else {
                words.append(zero ? "零" : "").append(DIGITS.charAt(digit)).append(units[place]);
                zero = false;
            }
            if (digit == 0 && place == 4) {
                words.append('万');
            }
        }
        words.append('元');
        int jiao = (int) (cents / 10 % 10);
        int fen = (int) (cents % 10);
        if (jiao == 0 && fen == 0) {
            return words.append('整').toString();
        }
        words.append(jiao == 0 ? "零" : DIGITS.charAt(jiao) + "角");
        return words.append(fen == 0 ? "整" : DIGITS.charAt(fen) + "分").toString();
    }

    static String two(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }
}

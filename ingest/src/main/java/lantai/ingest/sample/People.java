package lantai.ingest.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/** Who lives in the invented city. */
final class People {
    /** The insured person whose life the archive tells, 2014 to 2026. */
    static final Person LI_XIULAN = new Person("李秀兰", "990101197811110565", "19900001111", "样例市东城区青禾路18号2栋301室");

    /** Another woman of the same name, born on the same day. */
    static final Person OTHER_LI_XIULAN =
            new Person("李秀兰", IdNumber.of(LocalDate.of(1978, 11, 11), 284), "19900002222", "样例市西城区柳荫巷7号");

    /** Li Xiulan's daughter. */
    static final Person ZHOU_YUTONG = new Person("周雨桐", "990101201202290045", "19900001112", LI_XIULAN.address());

    /** A father. */
    static final Person ZHANG_JIANGUO = new Person("张建国", "990101198506141239", "19900003333", "样例市南城区桥头街56号1单元502室");

    /** His wife. */
    static final Person WANG_LIHUA =
            new Person("王丽华", IdNumber.of(LocalDate.of(1988, 3, 21), 126), "19900003334", ZHANG_JIANGUO.address());

    /** Their son, under fourteen. */
    static final Person ZHANG_XIAOMAN = new Person("张小满", "990101202311050096", "19900003333", ZHANG_JIANGUO.address());

    /** An old man with a chronic illness who lives with his children elsewhere. */
    static final Person CHEN_DEFU = new Person("陈德福", "990101195201013312", "19900004444", "样例市北城区槐树胡同9号");

    private static final String FAMILY_NAMES = "赵钱孙周吴郑冯蒋沈韩杨朱秦许何吕施孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马苗方任袁柳";
    private static final String GIVEN_NAMES = "明华志强丽芳伟建军秀英国平海燕文博玉兰晓东雪梅春生桂花立新佳慧思远子轩欣怡浩然一诺若曦";

    private People() {}

    /** {@return all who appear by name in the demonstration archive} */
    static List<Person> all() {
        return List.of(LI_XIULAN, OTHER_LI_XIULAN, ZHOU_YUTONG, ZHANG_JIANGUO, WANG_LIHUA, ZHANG_XIAOMAN, CHEN_DEFU);
    }

    /** {@return somebody of working age} */
    static Person drawn(RandomGenerator random) {
        var name = new StringBuilder()
                .append(FAMILY_NAMES.charAt(random.nextInt(FAMILY_NAMES.length())))
                .append(GIVEN_NAMES.charAt(random.nextInt(GIVEN_NAMES.length())));
        if (random.nextInt(4) > 0) {
            name.append(GIVEN_NAMES.charAt(random.nextInt(GIVEN_NAMES.length())));
        }
        var birth = LocalDate.of(1960, 1, 1).plusDays(random.nextInt(40 * 365));
        return new Person(
                name.toString(),
                IdNumber.of(birth, random.nextInt(1, 1000)),
                "199" + String.format("%08d", random.nextInt(100_000_000)),
                "样例市东城区柳林路" + random.nextInt(1, 300) + "号");
    }
}

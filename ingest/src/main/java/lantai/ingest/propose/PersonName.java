package lantai.ingest.propose;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells what may be a person's name. */
final class PersonName {
    private static final Pattern NAME = Pattern.compile(
            "^[:,.·\"“]*([\\p{IsHan}]{1,10}(?:·[\\p{IsHan}*]{1,10}){1,3}|[\\p{IsHan}]{2,4})(?![\\p{IsHan}])");
    private static final Pattern RUN = Pattern.compile("^[\\p{IsHan}]+");
    private static final int LONGEST = 4;

    private static final Set<Integer> SURNAMES = ("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石"
                    + "廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章"
                    + "鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈"
                    + "饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣"
                    + "巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权"
                    + "强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺")
            .codePoints()
            .boxed()
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> COMPOUND = words("欧阳,司马,上官,诸葛,东方,皇甫,尉迟,公孙,慕容,令狐,司徒,司空,夏侯,端木,南宫,轩辕,钟离,宇文,长孙,闻人");
    private static final Set<String> NEVER =
            words("同意,权益,信息,权限,签名,签字,盖章,签章,日期,单位,本人,关系,备注,性别,年龄,民族,电话,地址,无,职工,居民,合计,小计,总计,公章,时间,意见,审核,"
                    + "复核,经办,申请,领导,科室,部门,职务,金额,项目,名称,类别,编号,序号,年月日,年月,应当,应该,单位名称,公司,医院,平方,"
                    + "安全,管理,和谐,成立,成人,成员,文件,文号,文书,方式,方法,时限,时长,时候,明细,印章,国籍,平均,计划,计算,来源,"
                    + "相关,相片,封面,全部,全国,全称,全宗,项次,向上,应付,应缴,单据,单价,车间,农村,石膏,白班,安徽,江苏,江西,云南,"
                    + "海南,贺州,金华,文本,文字,文化,文化程度,支付,支出,国家,国内,位置,储蓄,初审,初步,容量,都市,普通,普通话,"
                    + "温度,解除,解释,时效,管辖,管理员,古籍,成果,成本,商业,商保,商品,强制,来文,来访,印制,印发,修改,支取,支行,权利,"
                    + "权限,万元,万人,高血压,高血脂,单元,于此,任务,任职,任何,关于,何时,何地,易制,司机,师傅,连续,应还,应收,常驻");

    private PersonName() {}

    /**
     * The name at the beginning of a text.
     *
     * @param value what a label announces; a blank after two or more characters ends the name
     */
    static Optional<Span> at(Span value) {
        Span upToBlank = untilBlank(value);
        Matcher matcher = NAME.matcher(upToBlank.text());
        if (!matcher.find() || NEVER.contains(matcher.group(1))) {
            return Optional.empty();
        }
        return Optional.of(upToBlank.part(matcher.start(1), matcher.end(1)));
    }

    /** {@return how much a name looks like one: 1 with a known surname, else less} */
    static double likeness(String name) {
        if (name.contains("·")) {
            return 0.95;
        }
        boolean compound = name.length() > 2 && COMPOUND.contains(name.substring(0, 2));
        boolean known = compound || (name.length() < LONGEST && SURNAMES.contains(name.codePointAt(0)));
        return known ? 1 : 0.55;
    }

    /** {@return whether the whole text is a name with a known surname} */
    static boolean isName(String text) {
        return text.matches("[\\p{IsHan}]{2,4}") && likeness(text) == 1 && !NEVER.contains(text);
    }

    private static Set<String> words(String words) {
        return Pattern.compile(",").splitAsStream(words).collect(Collectors.toUnmodifiableSet());
    }

    private static Span untilBlank(Span value) {
        Matcher run = RUN.matcher(value.text());
        boolean spaced = run.find() && run.end() > 1 && value.strip().opensAt(value.from() + 1);
        if (!run.hasMatch() || spaced) {
            return value;
        }
        for (int i = 2; i < Math.min(run.end(), LONGEST + 1); i++) {
            if (value.strip().opensAt(value.from() + i)) {
                return value.part(0, i);
            }
        }
        return value;
    }
}

package lantai.ingest.propose;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what may be the name of an organisation. */
final class Organisation {
    private static final String TAIL = "(?:管理局|保障局|事务所|委员会|人民政府|办公室|管理处|服务中心|保健院|卫生院|卫生所|医务室|诊所|医院|中心"
            + "|分公司|公司|集团|工厂|厂|局|处|院|所|站|社|大学|学院|学校|中学|小学|幼儿园|药店|药房|支行|分行|银行|档案馆|馆|党组|党委|支部"
            + "|总队|支队|大队|协会|学会|联合会|合作社|村委会|居委会|街道|办事处|政府|法院|检察院|部|厅|科|室|组)";
    private static final Pattern WHOLE =
            Pattern.compile("^[\\p{IsHan}A-Za-z0-9·()]{1,28}?" + TAIL + "(?:\\([^()]{1,10}\\))?$");
    private static final Pattern PREFIX = Pattern.compile(
            "^([\\p{IsHan}A-Za-z0-9·]{2,24}?(?:管理局|保障局|委员会|人民政府|管理处|服务中心|保健院|卫生院|卫生服务中心|医院|中心|公司|集团|银行|支行|局|厂|大学|学院|档案馆))"
                    + "(?:[\\p{IsHan}]{1,6}(?:支行|分行|分公司|分局|分中心))?(?=.{3,})");
    private static final Pattern LEADING = Pattern.compile("^(?:关于|根据|按照|由|经|请|各|本|该|报送|报|致|向|为|以)");

    private Organisation() {}

    /** {@return the text itself if all of it is one organisation's name} */
    static Optional<String> whole(String text) {
        boolean fits = text.length() >= 4
                && WHOLE.matcher(text).matches()
                && !LEADING.matcher(text).find()
                && !text.matches(".*(?:意见|审核|各县|各科室).*");
        return fits ? Optional.of(text) : Optional.empty();
    }

    /** {@return the end of an organisation's name at the beginning of a title, or 0} */
    static int prefix(String title) {
        if (LEADING.matcher(title).find()) {
            return 0;
        }
        Matcher matcher = PREFIX.matcher(title);
        return matcher.find() && matcher.group(1).length() >= 4 ? matcher.end() : 0;
    }
}

package lantai.ingest.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What a hospital charges for one stay, item by item. The items add up to the total exactly.
 *
 * @param number of the invoice
 * @param charges in the order of the list
 */
record Bill(String number, List<Bill.Charge> charges) {
    /**
     * One line of the list.
     *
     * @param code in the catalogue
     * @param name of the service or the drug
     * @param group under which the invoice shows it
     * @param unit of the quantity
     * @param quantity how many
     * @param price of one, in yuan
     */
    record Charge(String code, String name, String group, String unit, int quantity, BigDecimal price) {
        BigDecimal amount() {
            return price.multiply(BigDecimal.valueOf(quantity));
        }
    }

    private static final String[][] OFFERS = {
        {"110200005", "普通病房床位费", "床位费", "日", "45.00"},
        {"120100003", "二级护理", "护理费", "日", "26.00"},
        {"110200001", "住院诊查费", "诊查费", "日", "18.00"},
        {"250101001", "血常规检查(五分类)", "化验费", "次", "20.00"},
        {"250301001", "血清总蛋白测定", "化验费", "项", "6.00"},
        {"250307001", "尿素氮测定", "化验费", "项", "6.00"},
        {"210300001", "胸部CT平扫", "检查费", "部位", "260.00"},
        {"220302003", "彩色多普勒超声常规检查", "检查费", "次", "120.00"},
        {"310701001", "常规心电图检查", "检查费", "次", "25.00"},
        {"120400006", "静脉输液", "治疗费", "组", "9.50"},
        {"120400001", "肌肉注射", "治疗费", "次", "3.50"},
        {"XB05XA-003", "氯化钠注射液 0.9%:250ml", "西药费", "瓶", "4.35"},
        {"XJ01DD-011", "头孢曲松钠 1.0g", "西药费", "支", "18.62"},
        {"XA02BC-002", "泮托拉唑钠 40mg", "西药费", "支", "32.80"},
        {"XB01AB-005", "低分子量肝素钙 0.4ml", "西药费", "支", "46.15"},
        {"ZA04BA-018", "丹参注射液 10ml", "中成药费", "支", "7.26"},
        {"C0307041", "一次性使用输液器", "卫生材料费", "套", "3.20"},
        {"C0316022", "可吸收缝合线", "卫生材料费", "根", "86.00"},
        {"330100005", "全身麻醉", "手术费", "小时", "480.00"},
    };

    Bill {
        charges = List.copyOf(charges);
    }

    /** {@return a stay of so many days that costs exactly this much; the last charge fills the sum up} */
    static Bill drawn(String number, BigDecimal total, int days, RandomGenerator random) {
        var charges = new ArrayList<Charge>();
        var left = total;
        for (var offer : OFFERS) {
            var price = Amount.of(offer[4]);
            var quantity = "日".equals(offer[3]) ? days : random.nextInt(1, price.intValue() > 20 ? 4 : days + 3);
            var charge = new Charge(offer[0], offer[1], offer[2], offer[3], quantity, price);
            if (left.compareTo(charge.amount().multiply(BigDecimal.TWO)) > 0) {
                charges.add(charge);
                left = left.subtract(charge.amount());
            }
        }
        charges.add(new Charge("331003022", "腹腔镜手术治疗", "手术费", "次", 1, left.setScale(2, RoundingMode.UNNECESSARY)));
        return new Bill(number, charges);
    }

    BigDecimal total() {
        return charges.stream().map(Charge::amount).reduce(Amount.of("0"), BigDecimal::add);
    }

    /** {@return the sums that the invoice shows, in the order in which the groups first appear} */
    Map<String, BigDecimal> groups() {
        var groups = new LinkedHashMap<String, BigDecimal>();
        charges.forEach(charge -> groups.merge(charge.group(), charge.amount(), BigDecimal::add));
        return groups;
    }
}

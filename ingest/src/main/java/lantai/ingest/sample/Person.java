package lantai.ingest.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Somebody who does not exist.
 *
 * @param name as printed on the papers
 * @param idNumber with a right check digit, in the region 990101
 * @param phone from a range nobody is given
 * @param address in the invented city
 */
record Person(String name, String idNumber, String phone, String address) {
    String sex() {
        return (idNumber.charAt(16) - '0') % 2 == 1 ? "男" : "女";
    }

    LocalDate birth() {
        return LocalDate.parse(idNumber.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** {@return the whole years of age on that day} */
    int age(LocalDate day) {
        return birth().until(day).getYears();
    }

    /** {@return the agency's own number of the person} */
    String number() {
        return "9901" + idNumber.substring(8, 17) + "0";
    }

    /** {@return a bank account that looks like one and is none} */
    String account() {
        return "6200 00" + idNumber.substring(6, 8) + " " + idNumber.substring(8, 12) + " " + idNumber.substring(12, 16)
                + " " + idNumber.substring(14, 17);
    }

    /** {@return the kind of insured person on that day (人员类别)} */
    String category(LocalDate day, boolean employed) {
        if (employed) {
            return "在职";
        }
        var age = age(day);
        return age < 18 ? "居民(未成年)" : age >= 60 ? "居民(老年)" : "居民(成年)";
    }
}

package lantai.ingest.sample;

/** Names of the invented city, the same on every page. */
final class Sample {
    static final String MARK = "样例·测试数据";
    static final String REGION = "990101";
    static final String FONDS = "J057";
    static final String AGENCY = "样例市医疗保险经办中心";
    static final String BUREAU = "样例市医疗保障局";
    static final String AGENCY_CREDIT_CODE = "12990101MB2847561B";
    static final String HOSPITAL = "样例市第一人民医院";
    static final String HOSPITAL_CODE = "H99010100001";
    static final String HOSPITAL_CREDIT_CODE = "12990101455012348Q";
    static final String COMPANY = "样例市青禾纺织有限公司";
    static final String COMPANY_CREDIT_CODE = "91990101MA3C8T5X77";
    static final String COMPANY_NUMBER = "9901010002157";
    static final String BUSINESS_SEAL = "业务专用章";
    static final String BANK = "样例市商业银行解放路支行";

    private Sample() {}
}

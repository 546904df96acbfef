package lantai.ingest.sample;

import lantai.classification.Category;

/** The kinds of documents in the sample, a selection of those an agency has. */
enum Kind {
    UNIT_REGISTRATION("unit-enrolment", "职工基本医疗保险参保登记表", Category.YW, "GL", "Y"),
    UNIT_CHANGE("unit-change", "参保单位变更登记表", Category.YW, "GL", "Y"),
    STAFF_CHANGES("staff-changes", "职工参保人员增减变动表", Category.YW, "GL", "D100"),
    RESIDENT_REGISTRATION("person-enrolment", "城乡居民参保登记表", Category.YW, "GL", "D100"),
    FLEXIBLE_REGISTRATION("person-enrolment", "灵活就业人员参保登记表", Category.YW, "GL", "D100"),
    PERSON_CHANGE("person-change", "参保信息变更申请表", Category.YW, "GL", "D100"),
    RIGHTS_STATEMENT("contribution-record", "个人权益记录单", Category.YW, "GL", "D100"),
    TRANSFER("transfer", "医保关系转移接续申请表", Category.YW, "GL", "D100"),
    INSURANCE_CERTIFICATE("contribution-record", "参保凭证", Category.YW, "GL", "D100"),
    AGREEMENT("provider-agreement", "定点医药机构服务协议", Category.YW, "GL", "D30"),
    OUT_OF_REGION("remote-treatment", "异地就医备案登记表", Category.YW, "GL", "D10"),
    FAMILY_SHARING("family-account", "个人账户家庭共济绑定申请表", Category.YW, "GL", "D50"),
    CONTRIBUTION_BASE("base-declaration", "缴费基数申报表", Category.YW, "ZJ", "D50"),
    BACK_PAYMENT("contribution-correction", "补缴申请表", Category.YW, "ZJ", "D50"),
    CHRONIC_ILLNESS("chronic-disease", "门诊慢特病认定申请表", Category.YW, "YB", "D10"),
    SPECIAL_DRUG("special-drug", "特药使用申请表", Category.YW, "YB", "D10"),
    SETTLEMENT("settlement", "医疗保险费用结算单", Category.YW, "YB", "D10"),
    REIMBURSEMENT("claim-reimbursement", "医疗费用手工报销审核单", Category.YW, "YB", "D10"),
    INVOICE("medical-bill", "医疗收费票据", Category.YW, "YB", "D10"),
    CHARGE_LIST("fee-list", "住院费用明细清单", Category.YW, "YB", "D10"),
    DISCHARGE_SUMMARY("discharge-summary", "出院小结", Category.YW, "YB", "D10"),
    MEDICAL_RELIEF("medical-aid", "医疗救助申请审批表", Category.YW, "YB", "D30"),
    MATERNITY_ALLOWANCE("maternity-allowance", "生育津贴申领表", Category.YW, "SY", "D10"),
    MONTHLY_STATISTICS("statistics-month", "统计月报表", Category.YW, "TJ", "D10"),
    ANALYSIS("analysis-report", "运行分析报告", Category.YW, "TJ", "D30"),
    INSPECTION_NOTICE("audit", "稽核检查通知书", Category.YW, "JH", "D30"),
    COMPLAINT("whistle-report", "举报登记表", Category.YW, "JH", "D30"),
    RED_HEADER("red-header", "红头文件", Category.WS, "", "D30"),
    MINUTES("minutes", "会议纪要", Category.WS, "", "Y"),
    REQUEST("request-reply", "请示", Category.WS, "", "D30"),
    REPLY("request-reply", "批复", Category.WS, "", "D30"),
    INCOMING_SLIP("receipt-sheet", "收文处理单", Category.WS, "", "D10"),
    ANNUAL_REPORT("summary-plan", "年度工作总结", Category.WS, "", "Y"),
    WORK_PLAN("summary-plan", "工作计划", Category.WS, "", "Y"),
    NOTICE("red-header", "通知", Category.WS, "", "D10"),
    CATALOGUE("archive-catalogue", "归档文件目录", Category.WS, "", "D30"),
    VOUCHER("accounting-voucher", "记账凭证", Category.KU, "01", "D30"),
    BANK_STATEMENT("bank-statement", "银行对账单", Category.KU, "04", "D10"),
    CUSTODY_LIST("accounting-archive-list", "会计档案保管清册", Category.KU, "04", "Y"),
    FUND_REPORT("financial-report-month", "基金收支报表", Category.KU, "03", "D10"),
    PROJECT_ACCEPTANCE("it-project", "项目验收报告", Category.KJ, "SB", "D30"),
    CONTRACT("it-project", "信息系统建设合同", Category.KJ, "SB", "D30"),
    MAIL("email", "公务邮件", Category.DZ, "YJ", "D10"),
    WEB_PAGE("web-page", "网页信息", Category.DZ, "WY", "D10"),
    PHOTO("photo", "活动照片", Category.ZP, "", "D30"),
    SOUND("sound-recording", "录音", Category.SX, "LY", "D30"),
    FILM("video-recording", "录像", Category.SX, "LX", "D30"),
    PLAQUE("object", "奖牌", Category.SW, "JP", "D30"),
    PENNANT("object", "锦旗", Category.SW, "JQ", "D30"),
    UNKNOWN("unknown", "未知", Category.DZ, "", "D10");

    private final String code;
    private final String chinese;
    private final Category category;
    private final String series;
    private final String retention;

    Kind(String code, String chinese, Category category, String series, String retention) {
        this.code = code;
        this.chinese = chinese;
        this.category = category;
        this.series = series;
        this.retention = retention;
    }

    /** {@return the code of the kind in the product's own rules} */
    String code() {
        return code;
    }

    String chinese() {
        return chinese;
    }

    Category category() {
        return category;
    }

    /** {@return the class below the category, for example {@code GL}, or an empty text} */
    String series() {
        return series;
    }

    /** {@return the code of the retention period, for example {@code D10}} */
    String retention() {
        return retention;
    }
}

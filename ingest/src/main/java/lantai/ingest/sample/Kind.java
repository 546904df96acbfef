package lantai.ingest.sample;

import lantai.classification.Category;

/** The kinds of documents in the sample, a selection of those an agency has. */
enum Kind {
    UNIT_REGISTRATION("职工基本医疗保险参保登记表", Category.YW, "GL", "1.1", "Y"),
    UNIT_CHANGE("参保单位变更登记表", Category.YW, "GL", "1.1", "Y"),
    STAFF_CHANGES("职工参保人员增减变动表", Category.YW, "GL", "1.2", "D100"),
    RESIDENT_REGISTRATION("城乡居民参保登记表", Category.YW, "GL", "1.2", "D100"),
    FLEXIBLE_REGISTRATION("灵活就业人员参保登记表", Category.YW, "GL", "1.2", "D100"),
    PERSON_CHANGE("参保信息变更申请表", Category.YW, "GL", "1.2", "D100"),
    RIGHTS_STATEMENT("个人权益记录单", Category.YW, "GL", "1.3", "D100"),
    TRANSFER("医保关系转移接续申请表", Category.YW, "GL", "1.7", "D100"),
    INSURANCE_CERTIFICATE("参保凭证", Category.YW, "GL", "1.7", "D100"),
    AGREEMENT("定点医药机构服务协议", Category.YW, "GL", "1.8", "D30"),
    OUT_OF_REGION("异地就医备案登记表", Category.YW, "GL", "1.9", "D10"),
    FAMILY_SHARING("个人账户家庭共济绑定申请表", Category.YW, "GL", "1.10", "D50"),
    CONTRIBUTION_BASE("缴费基数申报表", Category.YW, "ZJ", "2.1", "D50"),
    BACK_PAYMENT("补缴申请表", Category.YW, "ZJ", "2.2", "D50"),
    CHRONIC_ILLNESS("门诊慢特病认定申请表", Category.YW, "YB", "4.1", "D10"),
    SPECIAL_DRUG("特药使用申请表", Category.YW, "YB", "4.1", "D10"),
    SETTLEMENT("医疗保险费用结算单", Category.YW, "YB", "4.3", "D10"),
    REIMBURSEMENT("医疗费用手工报销审核单", Category.YW, "YB", "4.3", "D10"),
    INVOICE("医疗收费票据", Category.YW, "YB", "4.3", "D10"),
    CHARGE_LIST("住院费用明细清单", Category.YW, "YB", "4.3", "D10"),
    DISCHARGE_SUMMARY("出院小结", Category.YW, "YB", "4.3", "D10"),
    MEDICAL_RELIEF("医疗救助申请审批表", Category.YW, "YB", "10", "D30"),
    MATERNITY_ALLOWANCE("生育津贴申领表", Category.YW, "SY", "7.3", "D10"),
    MONTHLY_STATISTICS("统计月报表", Category.YW, "TJ", "8.3", "D10"),
    ANALYSIS("运行分析报告", Category.YW, "TJ", "8.2", "D30"),
    INSPECTION_NOTICE("稽核检查通知书", Category.YW, "JH", "9.1", "D30"),
    COMPLAINT("举报登记表", Category.YW, "JH", "9.5", "D30"),
    RED_HEADER("红头文件", Category.WS, "", "", "D30"),
    MINUTES("会议纪要", Category.WS, "", "", "Y"),
    REQUEST("请示", Category.WS, "", "", "D30"),
    REPLY("批复", Category.WS, "", "", "D30"),
    INCOMING_SLIP("收文处理单", Category.WS, "", "", "D10"),
    ANNUAL_REPORT("年度工作总结", Category.WS, "", "", "Y"),
    WORK_PLAN("工作计划", Category.WS, "", "", "Y"),
    NOTICE("通知", Category.WS, "", "", "D10"),
    CATALOGUE("归档文件目录", Category.WS, "", "", "D30"),
    VOUCHER("记账凭证", Category.KU, "01", "", "D30"),
    BANK_STATEMENT("银行对账单", Category.KU, "04", "", "D10"),
    CUSTODY_LIST("会计档案保管清册", Category.KU, "04", "", "Y"),
    FUND_REPORT("基金收支报表", Category.KU, "03", "", "D10"),
    PROJECT_ACCEPTANCE("项目验收报告", Category.KJ, "SB", "", "D30"),
    CONTRACT("信息系统建设合同", Category.KJ, "SB", "", "D30"),
    MAIL("公务邮件", Category.DZ, "YJ", "", "D10"),
    WEB_PAGE("网页信息", Category.DZ, "WY", "", "D10"),
    PHOTO("活动照片", Category.ZP, "", "", "D30"),
    SOUND("录音", Category.SX, "LY", "", "D30"),
    FILM("录像", Category.SX, "LX", "", "D30"),
    PLAQUE("奖牌", Category.SW, "JP", "", "D30"),
    PENNANT("锦旗", Category.SW, "JQ", "", "D30"),
    UNKNOWN("未知", Category.DZ, "", "", "D10");

    private final String chinese;
    private final Category category;
    private final String series;
    private final String clause;
    private final String retention;

    Kind(String chinese, Category category, String series, String clause, String retention) {
        this.chinese = chinese;
        this.category = category;
        this.series = series;
        this.clause = clause;
        this.retention = retention;
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

    /** {@return the number in the retention table, for example {@code 1.9}, or an empty text} */
    String clause() {
        return clause;
    }

    /** {@return the code of the retention period, for example {@code D10}} */
    String retention() {
        return retention;
    }
}

package lantai.ocr.sample;

/** A sort of paper that such an agency files. */
enum Kind {
    SETTLEMENT("费用结算单"),
    EXPENSES("住院费用清单"),
    INVOICE("门诊收费票据"),
    RECEIPT("收据"),
    PAYMENTS("缴费明细"),
    APPROVAL("审批表"),
    APPLICATION("申请表"),
    REGISTRATION("参保登记表"),
    HANDOVER("移交清单"),
    OFFICIAL_LETTER("公文"),
    NOTICE("通知"),
    AGREEMENT("服务协议"),
    BULLETIN("工作简报"),
    CERTIFICATE("诊断证明书"),
    DISCHARGE("出院小结");

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    /** Its name in Chinese. */
    String title() {
        return title;
    }

    /** Whether the sheet lies. */
    boolean lying() {
        return this == REGISTRATION;
    }

    void set(Frame frame) {
        switch (this) {
            case SETTLEMENT -> MoneyPapers.settlement(frame);
            case EXPENSES -> MoneyPapers.expenses(frame);
            case INVOICE -> MoneyPapers.invoice(frame);
            case RECEIPT -> MoneyPapers.receipt(frame);
            case PAYMENTS -> MoneyPapers.payments(frame);
            case APPROVAL -> FormPapers.approval(frame);
            case APPLICATION -> FormPapers.application(frame);
            case REGISTRATION -> FormPapers.registration(frame);
            case HANDOVER -> FormPapers.handover(frame);
            case OFFICIAL_LETTER -> ProsePapers.officialLetter(frame);
            case NOTICE -> ProsePapers.notice(frame);
            case AGREEMENT -> ProsePapers.agreement(frame);
            case BULLETIN -> ProsePapers.bulletin(frame);
            case CERTIFICATE -> HospitalPapers.certificate(frame);
            case DISCHARGE -> HospitalPapers.discharge(frame);
        }
    }
}

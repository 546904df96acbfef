package lantai.web.appraisal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lantai.account.Account;
import lantai.account.AccountOrder;
import lantai.account.AccountRegister;
import lantai.account.Role;
import lantai.disposal.Member;
import lantai.disposal.Opinion;
import lantai.web.frame.Page;
import lantai.web.text.Terms;
import lantai.web.text.Text;
import org.jdbi.v3.core.Handle;

/** The people of an appraisal group. */
final class Group {
    private Group() {}

    /** {@return who may sit in one: everybody of the house} */
    static List<Account> candidates(AccountRegister accounts, Handle handle) {
        return accounts.list(handle, AccountRegister.Filter.all(), AccountOrder.DISPLAY_NAME, false, 0).stream()
                .filter(account -> !account.disabled())
                .filter(account -> account.roles().stream()
                        .anyMatch(role -> role != Role.INSURED_PERSON && !Role.ADMINISTRATORS.contains(role)))
                .toList();
    }

    /** {@return a member with his part and what he says of the proposal} */
    static String told(Text text, Member member) {
        return text.say("appraisal.member.line", name(text, member), stance(text, member));
    }

    static String name(Text text, Member member) {
        return member.leads() ? text.say("appraisal.member.head", member.name()) : member.name();
    }

    static String stance(Text text, Member member) {
        return member.stance()
                .map(stance -> switch (stance) {
                    case AGREES -> text.say("appraisal.stance.AGREES");
                    case DIFFERS ->
                        text.say(
                                "appraisal.stance.differs",
                                member.voices().stream()
                                        .map(voice -> text.say(
                                                "appraisal.stance.voice",
                                                voice.referenceCode(),
                                                opinion(text, voice.opinion(), voice.term()),
                                                voice.reason()))
                                        .collect(Collectors.joining(text.say("appraisal.stance.next"))));
                    case ABSENT -> text.say("appraisal.stance.absent", member.reason());
                })
                .orElseGet(() -> text.say("appraisal.stance.none"));
    }

    /** {@return an opinion in words, with what belongs to it} */
    static String opinion(Text text, Opinion opinion, String term) {
        return switch (opinion) {
            case KEEP -> text.say("appraisal.opinion.keep-years", term);
            case LENGTHEN -> text.say("appraisal.opinion.lengthen-to", Terms.told(text, term));
            case DESTROY, TRANSFER -> text.say("appraisal.opinion." + opinion.name());
        };
    }

    /** {@return the reader, when he is one of them} */
    static Optional<Member> reader(Page page, List<Member> members) {
        return page.account()
                .flatMap(reader -> members.stream()
                        .filter(member -> member.account().equals(reader.id()))
                        .findFirst());
    }

    static String roles(Page page, Account account) {
        return account.roles().stream()
                .sorted()
                .map(role -> page.say("account.role." + role.name()))
                .collect(Collectors.joining(page.say("appraisal.comma")));
    }
}

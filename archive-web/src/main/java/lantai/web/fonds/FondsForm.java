package lantai.web.fonds;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import lantai.fonds.Creator;
import lantai.fonds.FondsKind;
import lantai.fonds.FondsRegister.Description;
import lantai.problem.Malformed;
import lantai.web.security.RequestProblem;
import lantai.web.security.TypedDay;

/** What is typed about a fonds. */
public final class FondsForm {
    @FormParam("number")
    @DefaultValue("")
    private String number = "";

    @FormParam("kind")
    @DefaultValue("INSTITUTION")
    private String kind = "INSTITUTION";

    @FormParam("title")
    @DefaultValue("")
    private String title = "";

    @FormParam("note")
    @DefaultValue("")
    private String note = "";

    @FormParam("openedOn")
    @DefaultValue("")
    private String openedOn = "";

    @FormParam("creator")
    @DefaultValue("")
    private String creator = "";

    @FormParam("basis")
    @DefaultValue("")
    private String basis = "";

    @FormParam("version")
    @DefaultValue("0")
    private long version;

    /** Filled by the container. */
    public FondsForm() {}

    public String number() {
        return number;
    }

    public String kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    public String note() {
        return note;
    }

    public String openedOn() {
        return openedOn;
    }

    public String creatorName() {
        return creator;
    }

    public String basis() {
        return basis;
    }

    long version() {
        return version;
    }

    Description description() {
        var found = Stream.of(FondsKind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Malformed(RequestProblem.NOT_UNDERSTOOD));
        return new Description(found, title, note, openedOn.isEmpty() ? Optional.empty() : Optional.of(day(openedOn)));
    }

    Creator creator() {
        return new Creator(creator, day(openedOn), basis);
    }

    /**
     * Reads a day.
     *
     * @throws Malformed when it is none
     */
    static LocalDate day(String typed) {
        return TypedDay.FONDS.read(typed);
    }
}

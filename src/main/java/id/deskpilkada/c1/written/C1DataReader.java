package id.deskpilkada.c1.written;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.c1.written.C1Data.Ballots;
import id.deskpilkada.c1.written.C1Data.Sexes;
import id.deskpilkada.c1.written.C1Data.Voters;
import id.deskpilkada.fieldreport.form.FilledForm;
import id.deskpilkada.fieldreport.form.Manner;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the {@code data} of a C1 report. Only what cannot be read is refused, everything in one pass; numbers that do not add up are not its business. */
public final class C1DataReader {

    private final FilledForm form;

    private C1DataReader(FilledForm form) {
        this.form = form;
    }

    /**
     * The form as written; blanks and absent numbers are null, and every candidate of the race is there.
     *
     * @throws Problem {@code MALFORMED} with every field that cannot be read
     */
    public static C1Data read(@Nullable JsonNode data, Collection<Integer> ballotNumbers) {
        if (data == null || !data.isObject()) {
            var shown = data == null ? null : Manner.valueOrBrackets(data);
            throw Problem.unprocessable("MALFORMED", List.of(FieldProblem.field("data", shown, "WRONG_TYPE")));
        }
        return new C1DataReader(C1DataForm.read(data, ballotNumbers)).form(ballotNumbers);
    }

    private C1Data form(Collection<Integer> ballotNumbers) {
        return new C1Data(
                form.choice("form", C1Source.class),
                sexes("dpt.male", "dpt.female", "dpt.total"),
                new Voters(
                        sexes("voters.listed.male", "voters.listed.female", "voters.listed.total"),
                        sexes("voters.movedIn.male", "voters.movedIn.female", "voters.movedIn.total"),
                        sexes("voters.unlisted.male", "voters.unlisted.female", "voters.unlisted.total"),
                        sexes("voters.total.male", "voters.total.female", "voters.total.total")),
                new Ballots(
                        form.number("ballots.received"),
                        form.number("ballots.used"),
                        form.number("ballots.spoiled"),
                        form.number("ballots.unused")),
                sexes("disabledVoters.male", "disabledVoters.female", "disabledVoters.total"),
                votes(ballotNumbers),
                form.number("validVotes"),
                form.number("invalidVotes"),
                form.number("totalVotes"));
    }

    private Sexes sexes(String male, String female, String total) {
        return new Sexes(form.number(male), form.number(female), form.number(total));
    }

    private SortedMap<Integer, @Nullable Integer> votes(Collection<Integer> ballotNumbers) {
        var votes = new TreeMap<Integer, @Nullable Integer>();
        ballotNumbers.forEach(number -> votes.put(number, form.number(C1Fields.VOTES + number)));
        return votes;
    }
}

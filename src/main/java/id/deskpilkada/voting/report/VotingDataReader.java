package id.deskpilkada.voting.report;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.fieldreport.OfficersCondition;
import id.deskpilkada.fieldreport.form.FilledForm;
import id.deskpilkada.voting.Mobility;
import id.deskpilkada.voting.Security;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the {@code data} of a VOTING report; everything that cannot be read is told in one pass. */
final class VotingDataReader {

    private final FilledForm form;

    private VotingDataReader(JsonNode data) {
        this.form = FilledForm.of(VotingForm.ANY_HOUR, data);
    }

    /** As it is stored: its times were looked at when it came. */
    static VotingData read(JsonNode data) {
        var reader = new VotingDataReader(data);
        var read = reader.read();
        reader.form.refuseIfWrong();
        return read;
    }

    /**
     * As it comes.
     *
     * @param hours between which the times of the day must lie
     * @throws id.deskpilkada.platform.Problem 422 {@code MALFORMED} with every field that cannot be read or cannot be true
     */
    static VotingData read(JsonNode data, Hours hours) {
        var reader = new VotingDataReader(data);
        var read = reader.read();
        reader.time("openedAt", read.openedAt(), hours.dayBegins(), hours.now());
        reader.time("closedAt", read.closedAt(), hours.dayBegins(), hours.now());
        reader.time("onDutySince", read.onDutySince(), hours.eveBegins(), hours.now());
        if (read.openedAt() != null
                && read.closedAt() != null
                && read.closedAt().isBefore(read.openedAt())) {
            reader.form.refuse("closedAt", read.closedAt(), "CLOSED_BEFORE_OPENED");
        }
        reader.form.refuseIfWrong();
        return read;
    }

    private VotingData read() {
        var read = new VotingData(
                form.time("openedAt"),
                form.time("closedAt"),
                turnout(),
                form.choice("security", Security.class),
                form.choice("mobility", Mobility.class),
                form.number("queue"),
                form.flag("halted"),
                form.choice("officersCondition", OfficersCondition.class),
                form.time("onDutySince"),
                form.text("remarks"));
        if (!form.saysSomething()) {
            form.refuse("security", null, "NOTHING_REPORTED");
        }
        return read;
    }

    private Turnout turnout() {
        var voters = Turnout.of(form.number("voters.male"), form.number("voters.female"), form.number("voters.total"));
        var total = voters.total();
        if (total != null && !voters.adds()) {
            form.refuse("voters.total", total, "TURNOUT_SUM", total);
        } else if (total != null && total > VotingForm.MOST) {
            form.refuse("voters.total", total, "OUT_OF_RANGE", "0", Integer.toString(VotingForm.MOST));
        }
        return voters;
    }

    private void time(String field, @Nullable Instant time, Instant earliest, Instant now) {
        if (time == null) {
            return;
        }
        if (time.isAfter(now.plus(Hours.CLOCKS_APART))) {
            form.refuse(field, time, "TIME_IN_FUTURE");
        } else if (time.isBefore(earliest)) {
            form.refuse(field, time, "TIME_BEFORE_DAY");
        }
    }
}

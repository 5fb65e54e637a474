package id.deskpilkada.voting.report;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.fieldreport.OfficersCondition;
import id.deskpilkada.voting.FieldFaults;
import id.deskpilkada.voting.Mobility;
import id.deskpilkada.voting.Security;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@code data} of a VOTING report; everything that cannot be read is told in one pass. */
final class VotingDataReader {

    static final int MOST = 999;

    private static final Set<String> FIELDS = Set.of(
            "openedAt",
            "closedAt",
            "voters",
            "security",
            "mobility",
            "queue",
            "halted",
            "officersCondition",
            "onDutySince",
            "remarks",
            "photos");
    private static final Set<String> VOTERS = Set.of("male", "female", "total");

    private final JsonNode data;
    private final FieldFaults faults;

    private VotingDataReader(JsonNode data) {
        this.data = data;
        this.faults = new FieldFaults(data, FIELDS);
    }

    /** As it is stored: its times were looked at when it came. */
    static VotingData read(JsonNode data) {
        var reader = new VotingDataReader(data);
        var read = reader.read();
        reader.faults.refuseIfWrong();
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
            reader.faults.refuse("closedAt", read.closedAt(), "CLOSED_BEFORE_OPENED");
        }
        reader.faults.refuseIfWrong();
        return read;
    }

    private VotingData read() {
        var read = new VotingData(
                faults.time("openedAt"),
                faults.time("closedAt"),
                turnout(),
                faults.choice("security", Security.values()),
                faults.choice("mobility", Mobility.values()),
                faults.count("queue", MOST),
                faults.flag("halted"),
                faults.choice("officersCondition", OfficersCondition.values()),
                faults.time("onDutySince"),
                faults.remarks());
        if (!saysSomething()) {
            faults.refuse("security", null, "NOTHING_REPORTED");
        }
        return read;
    }

    private Turnout turnout() {
        faults.object("voters");
        data.path("voters").fieldNames().forEachRemaining(name -> {
            if (!VOTERS.contains(name)) {
                faults.refuse("voters." + name, data.path("voters").get(name), "UNKNOWN_VOTING_FIELD");
            }
        });
        var voters = Turnout.of(
                faults.count("voters.male", MOST),
                faults.count("voters.female", MOST),
                faults.count("voters.total", MOST));
        var total = voters.total();
        if (total != null && !voters.adds()) {
            faults.refuse("voters.total", total, "TURNOUT_SUM", total);
        } else if (total != null && total > MOST) {
            faults.refuse("voters.total", total, "OUT_OF_RANGE", "0", Integer.toString(MOST));
        }
        return voters;
    }

    /** One of the things that the hour is about; a remark alone is no report. */
    private boolean saysSomething() {
        return faults.has("openedAt")
                || faults.has("closedAt")
                || faults.has("voters.male")
                || faults.has("voters.female")
                || faults.has("voters.total")
                || faults.has("security")
                || faults.has("halted");
    }

    private void time(String field, @Nullable Instant time, Instant earliest, Instant now) {
        if (time == null) {
            return;
        }
        if (time.isAfter(now.plus(Hours.CLOCKS_APART))) {
            faults.refuse(field, time, "TIME_IN_FUTURE");
        } else if (time.isBefore(earliest)) {
            faults.refuse(field, time, "TIME_BEFORE_DAY");
        }
    }
}

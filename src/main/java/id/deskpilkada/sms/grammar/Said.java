package id.deskpilkada.sms.grammar;

import id.deskpilkada.election.RaceKind;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What somebody said in one message. */
public sealed interface Said {

    /**
     * Which polling station was named.
     *
     * @param digits its number, its code or the end of its code; null when none was named
     * @param letter of its card; null when left out
     */
    record Place(@Nullable String digits, @Nullable Character letter) {

        static final Place NONE = new Place(null, null);
    }

    /** The sums of Form C1 and what it says about voters. */
    enum Total {
        VALID("S", "validVotes"),
        INVALID("TS", "invalidVotes"),
        ALL("J", "totalVotes"),
        DPT("DPT", "dpt.total"),
        VOTERS("PENGGUNA", "voters.total.total");

        private final String word;
        private final String path;

        Total(String word, String path) {
            this.word = word;
            this.path = path;
        }

        /** As people write it. */
        public String word() {
            return word;
        }

        /** Dotted path in the data of a C1 report. */
        public String path() {
            return path;
        }
    }

    /**
     * Numbers of a Form C1.
     *
     * @param race null when left out
     * @param votes by ballot number
     * @param check the digit behind {@code #}; null when left out
     * @param strange words that say nothing, or say something twice
     */
    record C1(
            Place place,
            @Nullable RaceKind race,
            SortedMap<Integer, Integer> votes,
            Map<Total, Integer> totals,
            @Nullable Integer check,
            List<String> strange)
            implements Said {

        public C1 {
            votes = Collections.unmodifiableSortedMap(new TreeMap<>(votes));
            var kept = new EnumMap<Total, Integer>(Total.class);
            kept.putAll(totals);
            totals = Collections.unmodifiableMap(kept);
            strange = List.copyOf(strange);
        }
    }

    /** How calm it is. */
    enum Calm {
        CALM,
        ATTENTION,
        UNREST
    }

    /**
     * How the day goes.
     *
     * @param slot of the schedule, when it was named; null when it was not
     * @param opened when it opened; null when that was not said
     * @param openedNow said without a time
     * @param halted voting was halted, or goes on again
     * @param area said of the village or district as a whole
     * @param remarks what else was written
     */
    record CheckIn(
            Place place,
            @Nullable String slot,
            boolean openedNow,
            @Nullable LocalTime opened,
            boolean closedNow,
            @Nullable LocalTime closed,
            @Nullable Integer male,
            @Nullable Integer female,
            @Nullable Integer voters,
            @Nullable Calm calm,
            @Nullable Boolean halted,
            boolean area,
            String remarks)
            implements Said {}

    /** A call for help. @param words as they were written */
    record Emergency(Place place, boolean ambulance, String words) implements Said {}

    /** Yes or no to what was asked back. */
    record Answer(boolean yes) implements Said {}

    /** Somebody asks how to write. */
    record Help() implements Said {}

    /** Nothing that can be read. */
    record Unclear() implements Said {}
}

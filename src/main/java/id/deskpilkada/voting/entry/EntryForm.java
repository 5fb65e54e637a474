package id.deskpilkada.voting.entry;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form as a page draws it.
 *
 * @param area digits of the village or TPS that it is about
 * @param situation null for whoever does not report it
 * @param channel how what is typed came to the typist
 * @param date day of voting, as {@code 2024-11-27}; {@code eve} the day before, {@code offset} and {@code zone} of the regency's time
 */
record EntryForm(
        EntrySheet sheet,
        String area,
        @Nullable Row situation,
        List<Row> rows,
        Channel channel,
        String date,
        String eve,
        String offset,
        String zone) {

    /**
     * A row of it.
     *
     * @param line null in the row of the village
     * @param was fingerprint of the values as known, by which it is seen whether a row was filled in
     * @param errors text by field; the empty name for what belongs to no field
     * @param state how it is drawn: missing, draft, sent, done, failed
     * @param before what the last slot said, in one line; empty when nothing is known
     * @param like the values that seldom change, as JSON
     * @param most turnout from which the figure is marked to be checked; 0 when that is not known
     */
    record Row(
            String place,
            EntrySheet.@Nullable Line line,
            UUID id,
            Map<String, String> values,
            String was,
            Map<String, String> errors,
            String state,
            @Nullable String status,
            String before,
            String like,
            int most) {

        public String value(String field) {
            return values.getOrDefault(field, "");
        }

        public boolean has(String field, String value) {
            return value.equals(values.get(field));
        }

        public @Nullable String error(String field) {
            return errors.get(field);
        }

        /** Whether something in the folded part has to be seen. */
        public boolean unfolded() {
            return List.of(
                                    "male",
                                    "female",
                                    "queue",
                                    "mobility",
                                    "officersCondition",
                                    "onDutySince",
                                    "halted",
                                    "remarks")
                            .stream()
                            .anyMatch(errors::containsKey)
                    || errors.containsKey("total")
                    || values.containsKey("halted");
        }
    }

    /** @param own whether the person may report what they see themselves; {@code typist} what others tell them */
    record Channel(
            boolean own, boolean typist, String source, @Nullable String onBehalfOf, Map<String, String> errors) {

        public @Nullable String error(String field) {
            return errors.get(field);
        }
    }

    /** Rows that somebody else reports are folded away. */
    public List<Row> ownRows() {
        return rows.stream().filter(row -> !others(row)).toList();
    }

    public List<Row> otherRows() {
        return rows.stream().filter(this::others).toList();
    }

    private boolean others(Row row) {
        return row.line() != null && row.line().officer() && area.length() == EntryPlaces.VILLAGE && situation != null;
    }

    public long missing() {
        return rows.stream()
                .filter(row -> row.line() != null && row.line().expected())
                .count();
    }
}

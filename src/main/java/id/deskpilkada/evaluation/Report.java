package id.deskpilkada.evaluation;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.region.Region;
import java.time.Instant;
import java.util.List;

/**
 * What somebody may read of a round that is looked back at.
 *
 * @param provisional the round is not closed, so that every figure can still change
 * @param notes what has to be known to read it
 */
public record Report(
        String title,
        RoundRef round,
        Region place,
        boolean provisional,
        Instant at,
        List<String> notes,
        List<Table> tables) {

    public Report {
        notes = List.copyOf(notes);
        tables = List.copyOf(tables);
    }

    /** The table of a key, else the first. */
    public Table table(String key) {
        return tables.stream()
                .filter(table -> table.key().equals(key))
                .findFirst()
                .orElse(tables.get(0));
    }
}

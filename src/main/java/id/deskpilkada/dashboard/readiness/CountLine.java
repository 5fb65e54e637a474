package id.deskpilkada.dashboard.readiness;

import id.deskpilkada.dashboard.Bar;
import id.deskpilkada.readiness.ReadinessFacts.Count;
import java.util.List;

/**
 * A place with its polling stations by state.
 *
 * @param reports what it owes for each stage, in the order of the stages
 */
record CountLine(String code, String name, String url, Count count, Bar bar, List<Owed> reports) {

    /** @param came on time or late */
    record Owed(int expected, int came, int overdue) {}

    static CountLine of(String code, String name, String url, Count count, List<Owed> reports) {
        return new CountLine(
                code,
                name,
                url,
                count,
                Bar.of(
                        count.stations(),
                        List.of(
                                Bar.Part.styled(count.ready(), "bar-ready"),
                                Bar.Part.styled(count.conditional(), "bar-conditional"),
                                Bar.Part.styled(count.notReady(), "bar-not-ready"))),
                reports);
    }

    public int overdue() {
        return reports.stream().mapToInt(Owed::overdue).sum();
    }
}

package id.deskpilkada.incident.board;

import java.util.List;
import java.util.function.ToIntFunction;

/** How many incidents are in each stage, by severity. */
public record BoardCounts(List<Line> lines) {

    /**
     * @param late not judged or not confirmed in time
     * @param unanswered life in danger, and somebody who was sent has not answered
     * @param unconfirmed an agency has not confirmed in time
     */
    public record Line(Stage stage, int severity, int count, int late, int unanswered, int unconfirmed) {}

    public int all() {
        return sum(Line::count);
    }

    public int late() {
        return sum(Line::late);
    }

    public int unanswered() {
        return sum(Line::unanswered);
    }

    public int unconfirmed() {
        return sum(Line::unconfirmed);
    }

    public int in(Stage stage) {
        return lines.stream()
                .filter(line -> line.stage() == stage)
                .mapToInt(Line::count)
                .sum();
    }

    /** @param severity 1 to 4 */
    public int in(Stage stage, int severity) {
        return lines.stream()
                .filter(line -> line.stage() == stage && line.severity() == severity)
                .mapToInt(Line::count)
                .sum();
    }

    private int sum(ToIntFunction<Line> number) {
        return lines.stream().mapToInt(number).sum();
    }
}

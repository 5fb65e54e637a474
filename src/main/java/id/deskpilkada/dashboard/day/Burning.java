package id.deskpilkada.dashboard.day;

import id.deskpilkada.incident.board.IncidentBoard.Board;

/**
 * The open incidents.
 *
 * @param runOut how many wait beyond their time for a judgement or a confirmation
 */
public record Burning(Board board, int runOut) {

    static Burning of(Board board) {
        return new Burning(board, board.all().late());
    }

    /** How many have this severity, in whatever stage. @param severity 1 to 4 */
    public int grade(int severity) {
        return board.all().lines().stream()
                .filter(line -> line.severity() == severity && line.stage().isOpen())
                .mapToInt(line -> line.count())
                .sum();
    }
}

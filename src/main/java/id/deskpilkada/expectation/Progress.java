package id.deskpilkada.expectation;

/**
 * How far the reports of a place are. Always expected = received + late + missing + excused.
 *
 * @param received came by their due time
 * @param late came after it, or after an excuse
 * @param overdue the part of missing whose due time has passed
 */
public record Progress(
        String code, String name, int expected, int received, int late, int missing, int overdue, int excused) {

    static Progress none(String code, String name) {
        return new Progress(code, name, 0, 0, 0, 0, 0, 0);
    }

    Progress named(String otherCode, String otherName) {
        return new Progress(otherCode, otherName, expected, received, late, missing, overdue, excused);
    }

    Progress plus(Progress other) {
        return new Progress(
                code,
                name,
                expected + other.expected,
                received + other.received,
                late + other.late,
                missing + other.missing,
                overdue + other.overdue,
                excused + other.excused);
    }
}

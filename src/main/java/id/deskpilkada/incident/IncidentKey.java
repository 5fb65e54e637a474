package id.deskpilkada.incident;

/**
 * The business key of an incident's process, {@code <election>/<round>/<incident>/<area>}; an incident that was reopened carries its run, {@code 12-2}.
 *
 * @param area digits
 */
public record IncidentKey(long incident, String area) {

    private static final int INCIDENT = 2;

    /** @param subject business key of an incident or of one of its dispatches */
    public static IncidentKey of(String subject) {
        var parts = subject.split("/");
        return new IncidentKey(Long.parseLong(parts[INCIDENT].split("-")[0]), parts[parts.length - 1]);
    }

    static String written(String round, Incident incident) {
        var run = incident.run() == 1 ? "" : "-" + incident.run();
        return round + "/" + incident.id() + run + "/" + incident.area();
    }

    public static String written(String round, Incident incident, long dispatch) {
        return round + "/" + incident.id() + "/" + dispatch + "/" + incident.area();
    }
}

package id.deskpilkada.fieldreport;

/** What an incident is about, as the field names it. */
public enum IncidentCategory {
    HEALTH,
    DISASTER,
    FIRE,
    SECURITY,
    LOGISTICS,
    POWER_NETWORK,
    VIOLATION,
    OBJECTION
}

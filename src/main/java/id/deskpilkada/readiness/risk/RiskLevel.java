package id.deskpilkada.readiness.risk;

/** How vulnerable a place is: what the table {@code risk-class} makes of its indicators, never typed. */
public enum RiskLevel {
    NONE,
    LOW,
    MEDIUM,
    HIGH;

    /** Key of its name in the message bundles. */
    public String labelKey() {
        return "risk.level." + name();
    }
}

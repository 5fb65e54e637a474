package id.deskpilkada.fieldreport;

/** How a report came in: typed by the reporter, or taken down by somebody else from a call, a paper, an SMS or the radio. */
public enum ReportSource {
    APP,
    PHONE,
    PAPER,
    SMS,
    RADIO
}

package id.deskpilkada.tierreport.intake;

/** A report of an installation below has arrived and is sound; published in the transaction that stores it. */
public record ReportReceived(String election, String round, String slot, String area) {}

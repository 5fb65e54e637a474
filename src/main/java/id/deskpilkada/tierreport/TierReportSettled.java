package id.deskpilkada.tierreport;

/** A version is settled: sealed, approved, or not in need of a signature; published in the transaction that settles it. */
public record TierReportSettled(TierReport report) {}

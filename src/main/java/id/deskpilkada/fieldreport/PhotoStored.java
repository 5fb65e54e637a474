package id.deskpilkada.fieldreport;

/** A photo has arrived; published in the transaction that stores it. */
public record PhotoStored(String sha256) {}

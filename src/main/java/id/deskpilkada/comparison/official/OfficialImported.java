package id.deskpilkada.comparison.official;

/** Published figures have been stored; told in the transaction that stores them. */
public record OfficialImported(long importId) {}

package id.deskpilkada.platform.chain;

/**
 * A table whose rows are linked into one hash chain per district: what a row says goes into its digest, the digest into its link, and the link into the next one. A module offers
 * each of its chains as a bean; beside the table stand {@code <name>_link}, {@code <name>_head} and {@code <name>_seal}.
 *
 * @param name e.g. {@code ledger}
 * @param table with columns {@code id} (UUID), {@code seq} (in the order of storing) and {@code area} (its first six digits are the district)
 * @param key the link's column that names the row
 * @param digest the table's column with the digest of what the row says
 * @param storedAt the table's column with the time of storing
 * @param place SQL that names the chain of a row {@code r}: the digits of its district, with what sets a chain of its own apart behind a {@code ~}; null: not chained
 * @param findings what the codes of its differences begin with
 */
public record Chain(
        String name, String table, String key, String digest, String storedAt, String place, String findings) {

    String links() {
        return name + "_link";
    }

    String heads() {
        return name + "_head";
    }

    String seal() {
        return name + "_seal";
    }
}

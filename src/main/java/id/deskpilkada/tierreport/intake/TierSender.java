package id.deskpilkada.tierreport.intake;

/**
 * An installation one tier below.
 *
 * @param area digits of its region
 * @param withToken whether a token was given out
 */
record TierSender(long id, String area, String name, boolean active, boolean withToken) {}

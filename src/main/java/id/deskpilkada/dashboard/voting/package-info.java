/** The desk's page of the day of voting: what has opened, how many came, whether it is calm, and who has not reported. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.dashboard.voting;

/** How TPS without signal report: their plans, the list of blank spots, and what the call list says about them. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.readiness.offlineplan;

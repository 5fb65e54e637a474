/** Lists of vulnerable places handed over to an agency: frozen, acknowledged, followed by measures with dates. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.readiness.risk.handover;

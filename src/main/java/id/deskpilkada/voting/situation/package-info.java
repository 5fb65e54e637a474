/** How calm it is in a village or district, with weather and power. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.voting.situation;

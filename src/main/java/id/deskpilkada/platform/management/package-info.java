/** What operators and their monitoring see of a node: on a port of its own, and of that only two probes on the main one. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.platform.management;

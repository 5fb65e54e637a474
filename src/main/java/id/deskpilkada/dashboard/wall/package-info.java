/** The wall: few big figures for a whole room, on a screen that stays on through the night. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.dashboard.wall;

import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The workspace: built once at the first start, served by the same process as everything else. */
export default defineConfig({
  root: "src/web",
  base: "/app/assets/",
  plugins: [react()],
  build: {
    outDir: "../../.build/web",
    emptyOutDir: true,
    assetsDir: ".",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2024",
    // The editor of manuals is larger than the warning wants: only those who edit fetch it.
    chunkSizeWarningLimit: 1_500,
  },
});

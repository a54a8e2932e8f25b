export const TABS = ["home", "about", "team"] as const;

export const Tabs = () => <nav>{TABS.map(toTab)}</nav>;

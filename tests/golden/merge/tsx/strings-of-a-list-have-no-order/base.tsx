export const TABS = ["home", "about"] as const;

export const Tabs = () => <nav>{TABS.map(toTab)}</nav>;
